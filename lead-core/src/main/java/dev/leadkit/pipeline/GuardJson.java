package dev.leadkit.pipeline;

import dev.leadkit.definition.json.JsonFields;
import dev.leadkit.definition.json.JsonItem;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Money;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads guards from their JSON objects, of which the first known key says which one it is, and writes them. */
final class GuardJson {
    static final String HAS = "has";
    static final String HOST = "host";
    static final String ALL = "all";
    static final String ANY = "any";
    static final String NOT = "not";

    /** Stands for what can't be read, so that its neighbours keep their places; a problem was added for it. */
    private static final Guard UNREADABLE = Guard.scoreAtLeast(0);

    private final HostGuards hostGuards;
    private final Map<String, Reader> readers = new TreeMap<>(Map.ofEntries(
            Map.entry(HAS, this::has),
            Map.entry("score", this::score),
            Map.entry("amount", this::amount),
            Map.entry("tags", this::tags),
            Map.entry("source", this::source),
            Map.entry("consent", this::consent),
            Map.entry("timeInStage", this::timeInStage),
            Map.entry("actor", this::actor),
            Map.entry(HOST, this::host),
            Map.entry(ALL, this::all),
            Map.entry(ANY, this::any),
            Map.entry(NOT, this::not)));

    /** Reads one kind; null after a problem was added. */
    private interface Reader {
        @Nullable
        Guard read(JsonFields fields);
    }

    GuardJson(HostGuards hostGuards) {
        this.hostGuards = hostGuards;
    }

    Guard read(JsonItem item) {
        JsonFields fields = item.object();
        return fields == null ? UNREADABLE : read(fields);
    }

    private Guard read(JsonFields fields) {
        for (String key : fields.keys()) {
            Reader reader = readers.get(key);
            if (reader != null) {
                Guard guard = reader.read(fields);
                fields.rejectUnknown();
                return guard == null ? UNREADABLE : guard;
            }
        }
        fields.problems()
                .add(
                        fields.pointer(),
                        "unknown-guard",
                        "expected a guard, found the keys " + fields.keys(),
                        "write an object with one of: " + String.join(", ", readers.keySet()));
        return UNREADABLE;
    }

    private @Nullable Guard has(JsonFields fields) {
        String field = fields.text(HAS);
        return field == null ? null : Guard.has(field);
    }

    private @Nullable Guard score(JsonFields fields) {
        JsonFields score = fields.object("score");
        if (score == null) {
            return null;
        }
        Integer least = score.integer("atLeast", 0, 100);
        score.rejectUnknown();
        return least == null ? null : Guard.scoreAtLeast(least);
    }

    private @Nullable Guard amount(JsonFields fields) {
        JsonFields amount = fields.object("amount");
        if (amount == null) {
            return null;
        }
        String currency = amount.text("currency");
        String least = amount.has("atLeast") ? amount.amount("atLeast") : "0";
        amount.rejectUnknown();
        if (currency == null || least == null) {
            return null;
        }
        Money none = checked(amount, "currency", () -> Money.of("0", currency));
        return none == null ? null : checked(amount, "atLeast", () -> Guard.amountAtLeast(Money.of(least, currency)));
    }

    private @Nullable Guard tags(JsonFields fields) {
        JsonFields tags = fields.object("tags");
        if (tags == null) {
            return null;
        }
        if (!tags.has("any") && !tags.has("all") && !tags.has("none")) {
            tags.problems().add(tags.pointer(), "empty", "no tags are given", "add \"any\", \"all\" or \"none\"");
        }
        Set<String> any = some(tags, "any");
        Set<String> all = some(tags, "all");
        Set<String> none = some(tags, "none");
        tags.rejectUnknown();
        return any.isEmpty() && all.isEmpty() && none.isEmpty()
                ? null
                : checked(fields, "tags", () -> new Guard.Tagged(any, all, none));
    }

    /** The texts of a member that may be missing, but not be empty. */
    private static Set<String> some(JsonFields fields, String key) {
        return new HashSet<>(fields.has(key) ? fields.texts(key) : fields.optionalTexts(key));
    }

    private @Nullable Guard source(JsonFields fields) {
        Set<String> sources = new HashSet<>(fields.texts("source"));
        return sources.isEmpty() ? null : checked(fields, "source", () -> new Guard.From(sources));
    }

    private @Nullable Guard consent(JsonFields fields) {
        String purpose = fields.text("consent");
        return purpose == null ? null : checked(fields, "consent", () -> Guard.consentTo(purpose));
    }

    private @Nullable Guard timeInStage(JsonFields fields) {
        JsonFields time = fields.object("timeInStage");
        if (time == null) {
            return null;
        }
        Duration least = time.duration("atLeast");
        time.rejectUnknown();
        return least == null ? null : Guard.inStageFor(least);
    }

    private @Nullable Guard actor(JsonFields fields) {
        List<String> kinds = fields.items("actor", item -> {
            String kind = item.text();
            if (kind != null && !Guard.By.keys().contains(kind)) {
                fields.problems()
                        .add(
                                item.pointer(),
                                "unknown-value",
                                "expected one of %s, found \"%s\"".formatted(String.join(", ", Guard.By.keys()), kind),
                                "choose one of them");
                return null;
            }
            return kind;
        });
        return kinds.isEmpty()
                ? null
                : new Guard.By(kinds.stream().map(Guard.By::ofKey).collect(Collectors.toSet()));
    }

    private @Nullable Guard host(JsonFields fields) {
        String name = fields.text(HOST);
        if (name == null) {
            return null;
        }
        HostGuard guard = hostGuards.find(name).orElse(null);
        if (guard == null) {
            Set<String> known = hostGuards.names();
            fields.problems()
                    .add(
                            fields.pointer(HOST),
                            "unknown-guard",
                            "the host gave no guard \"%s\"".formatted(name),
                            known.isEmpty()
                                    ? "give it to who reads the pipeline, as HostGuards"
                                    : "use one of: " + String.join(", ", known));
            return null;
        }
        return Guard.host(name, guard);
    }

    private @Nullable Guard all(JsonFields fields) {
        List<Guard> parts = fields.items(ALL, this::read);
        return parts.isEmpty() ? null : new Guard.All(parts);
    }

    private @Nullable Guard any(JsonFields fields) {
        List<Guard> parts = fields.items(ANY, this::read);
        return parts.isEmpty() ? null : new Guard.Any(parts);
    }

    private @Nullable Guard not(JsonFields fields) {
        JsonFields part = fields.object(NOT);
        return part == null ? null : Guard.not(read(part));
    }

    private static <T> @Nullable T checked(JsonFields fields, String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidInputException refused) {
            fields.problems()
                    .add(
                            fields.pointer(key),
                            "bad-value",
                            "expected %s, found %s".formatted(refused.expected(), refused.found()),
                            "correct it");
            return null;
        }
    }
}
