package dev.leadkit.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws a pipeline as text, with what goes through it where that is given. Stages are numbered, so that no key can break the syntax. */
final class PipelineDiagram {
    private final Pipeline pipeline;
    private final @Nullable PipelineTraffic traffic;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private PipelineDiagram(Pipeline pipeline, @Nullable PipelineTraffic traffic) {
        this.pipeline = pipeline;
        this.traffic = traffic;
        pipeline.stages().forEach(stage -> numbers.put(stage.key(), numbers.size()));
    }

    static String mermaid(Pipeline pipeline, @Nullable PipelineTraffic traffic) {
        return new PipelineDiagram(pipeline, traffic).mermaid();
    }

    static String dot(Pipeline pipeline, @Nullable PipelineTraffic traffic) {
        return new PipelineDiagram(pipeline, traffic).dot();
    }

    /** An arrow as it is drawn. */
    private record Arrow(int from, int to, String label, boolean declared) {}

    private String mermaid() {
        lines.add("stateDiagram-v2");
        lines.add("    direction LR");
        for (Stage stage : pipeline.stages()) {
            int number = number(stage);
            lines.add("    state \"%s\" as s%s".formatted(mermaidText(stage.name()), number));
            details(stage).forEach(detail -> lines.add("    s%s : %s".formatted(number, mermaidText(detail))));
        }
        lines.add("    [*] --> s" + number(pipeline.start()));
        for (Arrow arrow : arrows()) {
            String label = arrow.label().isEmpty() ? "" : " : " + mermaidText(arrow.label());
            lines.add("    s%s --> s%s%s".formatted(arrow.from(), arrow.to(), label));
        }
        for (Stage stage : pipeline.stages()) {
            if (stage.category().isClosed()) {
                lines.add("    s%s --> [*]".formatted(number(stage)));
            }
        }
        for (Stage stage : pipeline.stages()) {
            if (stage.colour() != null) {
                int number = number(stage);
                lines.add("    classDef c%s fill:%s".formatted(number, stage.colour()));
                lines.add("    class s%s c%s".formatted(number, number));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String dot() {
        lines.add("digraph %s {".formatted(quoted(dotText(pipeline.name()))));
        lines.add("    rankdir=LR;");
        lines.add("    node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\"];");
        lines.add("    begin [shape=point];");
        for (Stage stage : pipeline.stages()) {
            List<String> label = new ArrayList<>(List.of(stage.name()));
            label.addAll(details(stage));
            lines.add("    s%s [label=%s%s%s];"
                    .formatted(
                            number(stage),
                            quoted(label.stream().map(PipelineDiagram::dotText).collect(Collectors.joining("\\n"))),
                            stage.colour() == null ? "" : ", fillcolor=" + quoted(stage.colour()),
                            stage.category().isClosed() ? ", peripheries=2" : ""));
        }
        lines.add("    begin -> s%s;".formatted(number(pipeline.start())));
        for (Arrow arrow : arrows()) {
            List<String> attributes = new ArrayList<>();
            if (!arrow.label().isEmpty()) {
                attributes.add("label=" + quoted(dotText(arrow.label())));
            }
            if (!arrow.declared()) {
                attributes.add("style=dashed");
            }
            String its = attributes.isEmpty() ? "" : " [" + String.join(", ", attributes) + "]";
            lines.add("    s%s -> s%s%s;".formatted(arrow.from(), arrow.to(), its));
        }
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private int number(Stage stage) {
        return number(stage.key());
    }

    private int number(String key) {
        return numbers.getOrDefault(key, -1);
    }

    /** What stands under a stage's name. */
    private List<String> details(Stage stage) {
        List<String> details = new ArrayList<>(needs(stage.required()));
        if (traffic != null) {
            details.add(count(traffic.leads(stage.key())));
        }
        return details;
    }

    /** The declared moves, and then those that leads made although they are not. */
    private List<Arrow> arrows() {
        List<Arrow> arrows = new ArrayList<>();
        Set<PipelineTraffic.Edge> declared = new HashSet<>();
        for (Transition transition : pipeline.transitions()) {
            List<String> label = new ArrayList<>(
                    transition.guards().stream().map(Guard::label).toList());
            label.addAll(needs(transition.required()));
            label.addAll(moves(transition.from(), transition.to()));
            declared.add(new PipelineTraffic.Edge(transition.from(), transition.to()));
            arrows.add(arrow(transition.from(), transition.to(), label, true));
        }
        if (traffic != null) {
            traffic.moved().entrySet().stream()
                    .filter(edge -> edge.getValue() > 0 && !declared.contains(edge.getKey()))
                    .map(edge -> undeclared(edge.getKey()))
                    .filter(arrow -> arrow.from() >= 0 && arrow.to() >= 0)
                    .sorted((one, other) -> one.from() == other.from()
                            ? Integer.compare(one.to(), other.to())
                            : Integer.compare(one.from(), other.from()))
                    .forEach(arrows::add);
        }
        return arrows;
    }

    private Arrow undeclared(PipelineTraffic.Edge edge) {
        List<String> label = new ArrayList<>(List.of("not declared"));
        label.addAll(moves(edge.from(), edge.to()));
        return arrow(edge.from(), edge.to(), label, false);
    }

    private Arrow arrow(String from, String to, List<String> label, boolean declared) {
        return new Arrow(number(from), number(to), String.join(", ", label), declared);
    }

    private static List<String> needs(List<String> fields) {
        return fields.isEmpty() ? List.of() : List.of("needs " + String.join(" and ", fields));
    }

    private List<String> moves(String from, String to) {
        if (traffic == null) {
            return List.of();
        }
        OptionalDouble share = traffic.conversion(from, to);
        String percent = share.isEmpty() ? "" : " (" + Math.round(share.getAsDouble() * 100) + " %)";
        return List.of(count(traffic.moved(from, to)) + percent);
    }

    private static String count(long leads) {
        return leads == 1 ? "1 lead" : leads + " leads";
    }

    /** Mermaid has no escapes in labels but character codes, written {@code #35;}. */
    private static String mermaidText(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)
                    || c == ' '
                    || c == '-'
                    || c == '_'
                    || c == ','
                    || c == '≥'
                    || c > 0x2000) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }

    private static String dotText(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
