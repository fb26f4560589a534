package dev.leadkit.migration;

import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.definition.Problem;
import dev.leadkit.field.LeadFields;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.HostGuards;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a plan, and what it says where nobody said anything. Pure. */
final class PlanCheck {
    private PlanCheck() {}

    /** @param now absent when there is no pipeline of the name */
    static List<Problem> number(Pipeline next, @Nullable PublishedPipeline now) {
        if (now == null || next.version() > now.current().version()) {
            return List.of();
        }
        int last = now.current().version();
        return List.of(new Problem(
                "/version",
                "version-taken",
                "expected a version after %s, found %s".formatted(last, next.version()),
                "give it the version " + (last + 1L)));
    }

    /** What reading the definition again would find, such as a guard that the kit was not given. */
    static List<Problem> readable(Pipeline next, HostGuards guards) {
        try {
            Pipeline.parse(next.toJson(), guards);
            return List.of();
        } catch (InvalidDefinitionException invalid) {
            return invalid.problems();
        }
    }

    /** Custom fields that the kit was not given, so that no lead could ever have them. */
    static List<Problem> fields(Pipeline next, LeadFields fields) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < next.stages().size(); i++) {
            List<String> required = next.stages().get(i).required();
            for (int j = 0; j < required.size(); j++) {
                if (isUnknown(required.get(j), fields)) {
                    problems.add(withoutField("/stages/%s/required/%s".formatted(i, j), required.get(j), fields));
                }
            }
        }
        Set<String> told = next.stages().stream()
                .flatMap(stage -> stage.required().stream())
                .collect(Collectors.toSet());
        next.askedFields().stream()
                .filter(field -> isUnknown(field, fields) && !told.contains(field))
                .forEach(field -> problems.add(withoutField("/transitions", field, fields)));
        return problems;
    }

    private static boolean isUnknown(String field, LeadFields fields) {
        String key = LeadField.keyOfCustom(field);
        return key != null && fields.find(key).isEmpty();
    }

    private static Problem withoutField(String at, String field, LeadFields fields) {
        List<String> known =
                fields.all().stream().map(each -> LeadField.custom(each.key())).toList();
        return new Problem(
                at,
                "unknown-field",
                "there is no field \"%s\"".formatted(field),
                known.isEmpty() ? "give the kit a definition of it" : "use one of: " + String.join(", ", known));
    }

    /** Pointers are into an object whose members are the map's. */
    static List<Problem> map(Pipeline next, StageMap map) {
        List<Problem> problems = new ArrayList<>();
        map.stages().forEach((from, to) -> {
            if (next.findStage(to).isEmpty()) {
                problems.add(new Problem(
                        pointer(from),
                        "unknown-stage",
                        "there is no stage \"%s\" in %s".formatted(to, next),
                        "use one of: "
                                + String.join(
                                        ", ",
                                        next.stages().stream().map(Stage::key).toList())));
            }
        });
        return problems;
    }

    static Problem withoutSuccessor(String stage, long leads) {
        return new Problem(
                pointer(stage),
                "no-successor",
                "%s leads are in \"%s\", and no stage takes its place".formatted(leads, stage),
                "keep the stage, or map it to one that takes its place");
    }

    private static String pointer(String stage) {
        return "/stages/" + stage.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Where leads go that did not stand in an earlier version: as asked, else to the one stage of it whose place their own
     * has taken.
     */
    static StageMap wayBack(PublishedPipeline now, Pipeline old, StageMap asked) {
        Map<String, List<String>> origins = new HashMap<>();
        for (Stage stage : old.stages()) {
            String place = now.history().place(new TreeMap<>(Map.of(old.version(), stage.key())));
            origins.computeIfAbsent(place, key -> new ArrayList<>()).add(stage.key());
        }
        Map<String, String> back = new TreeMap<>();
        origins.forEach((place, stages) -> {
            if (stages.size() == 1 && !stages.get(0).equals(place)) {
                back.put(place, stages.get(0));
            }
        });
        back.putAll(asked.stages());
        return new StageMap(back);
    }

    static String token(TenantId tenant, Pipeline next, PipelineHistory history, long expected) {
        String text = String.join(
                "\n",
                tenant.value(),
                next.toJson(),
                PipelineDocuments.write(next.name(), history),
                Long.toString(expected));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
