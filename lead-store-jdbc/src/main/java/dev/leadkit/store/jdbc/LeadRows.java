package dev.leadkit.store.jdbc;

import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Provenance;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.TenantId;
import dev.leadkit.store.AmountTotal;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.SearchTerms;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Between leads and the rows of their table, columns in the order of {@link LeadSql}. */
final class LeadRows {
    /** Sorts below every score. */
    static final int NO_SCORE = -1;

    private LeadRows() {}

    /** For {@link LeadSql#INSERT}, and for {@link LeadSql#UPDATE} but for the expected version at its end. */
    static Parameters bind(Parameters to, Lead lead) throws SQLException {
        Money amount =
                lead.expectedAmount() == null ? null : lead.expectedAmount().value();
        Score score = lead.score();
        return to.number(lead.version())
                .text(lead.pipeline())
                .number(lead.pipelineVersion())
                .text(lead.stage())
                .id(HashKey.of(lead.pipeline(), lead.stage()))
                .flag(lead.closed())
                .instant(lead.stageEnteredAt())
                .text(lead.rank())
                .text(lead.source().key())
                .text(lead.assignee())
                .decimal(amount == null ? null : amount.amount())
                .text(amount == null ? null : amount.currency())
                .decimal(AmountTotal.ownWeighted(lead))
                .number(score == null ? NO_SCORE : score.value())
                .text(score == null ? null : score.band())
                .instant(LeadQuery.scoreDueAt(lead))
                .flag(lead.withdrawn())
                .instant(lead.createdAt())
                .instant(lead.lastActivityAt())
                .instant(lead.snoozedUntil())
                .text(SearchTerms.textOf(lead))
                .text(LeadBody.of(lead).toJson())
                .text(lead.tenant().value())
                .id(lead.id().value());
    }

    /** For a statement that begins with {@link LeadSql#SELECT}. */
    static Lead read(Columns from, TenantId tenant) throws SQLException {
        var id = new LeadId(from.id());
        long version = from.number();
        String pipeline = from.text();
        int pipelineVersion = from.integer();
        String stage = from.text();
        boolean closed = from.flag();
        Instant stageEnteredAt = from.instant();
        String rank = from.text();
        LeadSource source = LeadSource.of(from.text());
        String assignee = from.optionalText();
        BigDecimal amount = from.optionalDecimal();
        String currency = from.optionalText();
        int score = from.integer();
        String band = from.optionalText();
        boolean withdrawn = from.flag();
        Instant createdAt = from.instant();
        Instant lastActivityAt = from.instant();
        Instant snoozedUntil = from.optionalInstant();
        LeadBody body = JsonIn.read("lead " + id, from.text(), LeadBody::read);
        return new Lead(
                id,
                tenant,
                version,
                body.contact(),
                body.identities(),
                source,
                pipeline,
                pipelineVersion,
                stage,
                closed,
                stageEnteredAt,
                rank,
                body.tags(),
                body.need(),
                amount(amount, currency, body.amountFrom()),
                body.probability(),
                assignee,
                body.lostReason(),
                body.engagement(),
                score(score, band, body.scoring()),
                body.capturedBecause(),
                body.pinned(),
                body.sessions(),
                body.previous(),
                body.merged(),
                body.mergedInto(),
                body.consents(),
                body.fields(),
                withdrawn,
                createdAt,
                lastActivityAt,
                body.lastTouch(),
                snoozedUntil);
    }

    static @Nullable Attributed<Money> amount(
            @Nullable BigDecimal amount, @Nullable String currency, @Nullable Provenance from) {
        if (amount == null || currency == null || from == null) {
            return null;
        }
        return new Attributed<>(new Money(amount, currency), from);
    }

    static @Nullable Score score(int value, @Nullable String band, LeadBody.@Nullable Scoring scoring) {
        if (value == NO_SCORE || band == null || scoring == null) {
            return null;
        }
        return new Score(value, band, scoring.contributions(), scoring.card(), scoring.asOf(), scoring.nextChangeAt());
    }
}
