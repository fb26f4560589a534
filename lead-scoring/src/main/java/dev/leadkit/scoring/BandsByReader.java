package dev.leadkit.scoring;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.lead.Band;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how the bands were chosen. */
final class BandsByReader {
    /** What adding up decimals may lose. */
    private static final double TINY = 1e-9;

    private final List<Band> bands;
    private final Set<String> named = new HashSet<>();

    private BandsByReader(List<Band> bands) {
        this.bands = bands;
    }

    /** @param bands those of the card; none when they could not be read */
    static @Nullable BandsBy read(JsonFields card, List<Band> bands) {
        JsonFields fields = card.optionalObject("bandsBy");
        if (fields == null) {
            return null;
        }
        var reader = new BandsByReader(bands);
        String rule = fields.oneOf("rule", List.of("rank", "probability"));
        BandsBy bandsBy = null;
        if ("rank".equals(rule)) {
            bandsBy = reader.rank(fields);
        } else if ("probability".equals(rule)) {
            bandsBy = BandsBy.probability(fields.objects("probabilities", reader::least));
        } else {
            fields.ignoreUnknown();
        }
        fields.rejectUnknown();
        return bandsBy;
    }

    private BandsBy rank(JsonFields fields) {
        List<BandsBy.Share> shares = fields.objects("shares", this::share);
        double all = shares.stream().mapToDouble(BandsBy.Share::share).sum();
        if (all > 1 + TINY) {
            fields.problems()
                    .add(
                            fields.pointer("shares"),
                            "too-large",
                            "expected shares of at most 1 together, found " + Numbers.decimal(all),
                            "lower one of them");
        }
        return BandsBy.rank(shares);
    }

    private BandsBy.@Nullable Share share(JsonFields fields) {
        String band = band(fields);
        Double share = fields.number("share", 0, 1);
        return band == null || share == null ? null : new BandsBy.Share(band, share);
    }

    private BandsBy.@Nullable Least least(JsonFields fields) {
        String band = band(fields);
        Double from = fields.number("from", 0, 1);
        return band == null || from == null ? null : new BandsBy.Least(band, from);
    }

    private @Nullable String band(JsonFields fields) {
        String band = fields.text("band");
        if (band == null) {
            return null;
        }
        if (!bands.isEmpty() && bands.stream().noneMatch(its -> its.key().equals(band))) {
            fields.problems()
                    .add(
                            fields.pointer("band"),
                            "unknown-band",
                            "the card has no band \"%s\"".formatted(band),
                            "use one of: "
                                    + String.join(
                                            ", ", bands.stream().map(Band::key).toList()));
        } else if (!named.add(band)) {
            fields.problems()
                    .add(
                            fields.pointer("band"),
                            "duplicate-band",
                            "the band \"%s\" stands twice".formatted(band),
                            "name each band once");
        }
        return band;
    }
}
