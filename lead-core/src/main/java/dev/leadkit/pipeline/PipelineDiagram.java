package dev.leadkit.pipeline;

import java.util.ArrayList;
import java.util.List;

/** Draws a pipeline as text. Stages are numbered, so that no key can break the syntax. */
final class PipelineDiagram {
    private PipelineDiagram() {}

    static String mermaid(Pipeline pipeline) {
        List<String> lines = new ArrayList<>();
        lines.add("stateDiagram-v2");
        lines.add("    direction LR");
        List<Stage> stages = pipeline.stages();
        for (int i = 0; i < stages.size(); i++) {
            lines.add("    state \"%s\" as s%d"
                    .formatted(mermaidText(stages.get(i).name()), i));
        }
        lines.add("    [*] --> s" + stages.indexOf(pipeline.start()));
        for (Transition transition : pipeline.transitions()) {
            String label = label(transition);
            lines.add("    s%d --> s%d%s"
                    .formatted(
                            index(pipeline, transition.from()),
                            index(pipeline, transition.to()),
                            label.isEmpty() ? "" : " : " + mermaidText(label)));
        }
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).category().isClosed()) {
                lines.add("    s%d --> [*]".formatted(i));
            }
        }
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).colour() != null) {
                lines.add("    classDef c%d fill:%s".formatted(i, stages.get(i).colour()));
                lines.add("    class s%d c%d".formatted(i, i));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    static String dot(Pipeline pipeline) {
        List<String> lines = new ArrayList<>();
        lines.add("digraph %s {".formatted(dotText(pipeline.name())));
        lines.add("    rankdir=LR;");
        lines.add("    node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\"];");
        lines.add("    begin [shape=point];");
        List<Stage> stages = pipeline.stages();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            lines.add("    s%d [label=%s%s%s];"
                    .formatted(
                            i,
                            dotText(stage.name()),
                            stage.colour() == null ? "" : ", fillcolor=" + dotText(stage.colour()),
                            stage.category().isClosed() ? ", peripheries=2" : ""));
        }
        lines.add("    begin -> s%d;".formatted(stages.indexOf(pipeline.start())));
        for (Transition transition : pipeline.transitions()) {
            String label = label(transition);
            lines.add("    s%d -> s%d%s;"
                    .formatted(
                            index(pipeline, transition.from()),
                            index(pipeline, transition.to()),
                            label.isEmpty() ? "" : " [label=%s]".formatted(dotText(label))));
        }
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static int index(Pipeline pipeline, String key) {
        return pipeline.stages().indexOf(pipeline.findStage(key).orElseThrow());
    }

    private static String label(Transition transition) {
        return String.join(", ", transition.guards().stream().map(Guard::label).toList());
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
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }
}
