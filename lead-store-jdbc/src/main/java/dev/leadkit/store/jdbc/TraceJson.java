package dev.leadkit.store.jdbc;

import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.LeadSource;
import dev.leadkit.lead.LeadTrace;
import dev.leadkit.lead.LeadTrace.Entered;
import dev.leadkit.lead.LeadTrace.Given;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands behind an activity, as JSON. */
final class TraceJson {
    private TraceJson() {}

    static JsonOut write(LeadTrace trace) {
        LeadSource source = trace.source();
        return new JsonOut()
                .objects("values", trace.values(), TraceJson::writeGiven)
                .texts("pinned", trace.pinned())
                .texts("unpinned", trace.unpinned())
                .objects("known", trace.known(), LeadBody::writeIdentity)
                .objects("unknown", trace.unknown(), LeadBody::writeIdentity)
                .object("entered", trace.entered(), TraceJson::writeEntered)
                .texts("sessions", trace.sessions())
                .text("source", source == null ? null : source.key())
                .instant("createdAt", trace.createdAt());
    }

    static LeadTrace read(JsonIn in) {
        return new LeadTrace(
                in.objects("values", TraceJson::readGiven),
                Set.copyOf(in.texts("pinned")),
                Set.copyOf(in.texts("unpinned")),
                in.objects("known", LeadBody::readIdentity),
                in.objects("unknown", LeadBody::readIdentity),
                in.optionalObject("entered", TraceJson::readEntered),
                in.texts("sessions"),
                readSource(in),
                in.optionalInstant("createdAt"));
    }

    private static @Nullable LeadSource readSource(JsonIn in) {
        String key = in.optionalText("source");
        return key == null ? null : LeadSource.of(key);
    }

    private static JsonOut writeGiven(Given given) {
        return new JsonOut()
                .text("field", given.field())
                .text("text", given.text())
                .number("place", given.place())
                .object("from", given.from(), ContactJson::writeProvenance)
                .object("number", given.number(), ContactJson::writeNumber)
                .text("type", given.type() == null ? null : given.type().name());
    }

    private static Given readGiven(JsonIn in) {
        return new Given(
                in.text("field"),
                in.text("text"),
                in.number("place"),
                in.object("from", ContactJson::readProvenance),
                in.optionalObject("number", ContactJson::readNumber),
                readType(in));
    }

    private static @Nullable FieldType readType(JsonIn in) {
        String type = in.optionalText("type");
        return type == null ? null : FieldType.valueOf(type);
    }

    private static JsonOut writeEntered(Entered entered) {
        return new JsonOut()
                .text("pipeline", entered.pipeline())
                .number("pipelineVersion", entered.pipelineVersion())
                .text("stage", entered.stage())
                .flag("closed", entered.closed())
                .instant("at", entered.at());
    }

    private static Entered readEntered(JsonIn in) {
        return new Entered(
                in.text("pipeline"),
                in.number("pipelineVersion"),
                in.text("stage"),
                in.flag("closed"),
                in.instant("at"));
    }
}
