package dev.leadkit.examples.leaddesk.chart;

import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.pipeline.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline drawn: the open stages and then the won ones on a line, the lost ones below it at the end. Ways to the next stage
 * are straight, ways that leap over stages lie above the line, ways back below it, and each lost stage has a rail that leads
 * to it. Lengths are in pixels.
 */
public record PipelineDiagram(int width, int height, List<Node> nodes, List<Way> ways, boolean free) {
    private static final int NODE_WIDTH = 132;
    private static final int NODE_HEIGHT = 60;
    private static final int GAP = 44;
    private static final int MARGIN = 12;
    private static final int LONGEST_NAME = 15;
    private static final int RAIL_GAP = 84;

    /**
     * A stage.
     *
     * @param name cut to what fits
     * @param leads how many are in it; absent when that is not told
     */
    public record Node(
            String key,
            String name,
            String colour,
            String category,
            int x,
            int y,
            @Nullable String leads) {
        public int middle() {
            return x + NODE_WIDTH / 2;
        }
    }

    /** A way as an SVG path; its end is an arrow. @param kind {@code on}, {@code leap}, {@code back} or {@code lost} */
    public record Way(String kind, String path, String words) {}

    public PipelineDiagram {
        nodes = List.copyOf(nodes);
        ways = List.copyOf(ways);
    }

    public int nodeWidth() {
        return NODE_WIDTH;
    }

    public int nodeHeight() {
        return NODE_HEIGHT;
    }

    /** @param leads how many are in which stage, by key; absent for a drawing without figures */
    public static PipelineDiagram of(Pipeline pipeline, @Nullable Map<String, Long> leads) {
        return new Drawing(pipeline, leads).draw();
    }

    /** What is known while one is drawn. */
    private static final class Drawing {
        private final Pipeline pipeline;
        private final @Nullable Map<String, Long> leads;
        private final List<Stage> line = new ArrayList<>();
        private final List<Stage> lost = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final List<Way> ways = new ArrayList<>();
        private int top = MARGIN;

        Drawing(Pipeline pipeline, @Nullable Map<String, Long> leads) {
            this.pipeline = pipeline;
            this.leads = leads;
            for (Stage stage : pipeline.stages()) {
                (stage.category() == StageCategory.LOST ? lost : line).add(stage);
            }
            line.sort(Comparator.comparing(Stage::category)); // stable: the open ones, then the won ones
            for (int i = 0; i < line.size(); i++) {
                places.put(line.get(i).key(), i);
            }
        }

        PipelineDiagram draw() {
            List<Transition> drawn = drawn();
            int leap = drawn.stream().mapToInt(this::leap).max().orElse(0);
            int back = drawn.stream().mapToInt(this::back).max().orElse(0);
            top = MARGIN + (leap > 1 ? rise(leap) : 0);
            int bottom = top + NODE_HEIGHT + (back > 0 ? rise(back) : 0);
            int rails = bottom + 24;
            List<Node> nodes = new ArrayList<>();
            line.forEach(stage -> nodes.add(node(stage, x(place(stage.key())), top)));
            int last = x(Math.max(0, line.size() - 1));
            for (int i = 0; i < lost.size(); i++) {
                nodes.add(node(lost.get(i), last, rails + i * RAIL_GAP));
            }
            drawn.forEach(this::onTheLine);
            for (int i = 0; i < lost.size(); i++) {
                rail(lost.get(i), last, rails + i * RAIL_GAP + NODE_HEIGHT / 2);
            }
            int height = lost.isEmpty() ? bottom : rails + (lost.size() - 1) * RAIL_GAP + NODE_HEIGHT;
            return new PipelineDiagram(last + NODE_WIDTH + MARGIN, height + MARGIN, nodes, ways, pipeline.isFree());
        }

        /** Where each stage leads to each, only the ways to the next one are drawn. */
        private List<Transition> drawn() {
            return pipeline.transitions().stream()
                    .filter(way -> places.containsKey(way.from()) && places.containsKey(way.to()))
                    .filter(way -> !pipeline.isFree() || leap(way) == 1)
                    .toList();
        }

        private int leap(Transition way) {
            return Math.max(0, place(way.to()) - place(way.from()));
        }

        private int back(Transition way) {
            return Math.max(0, place(way.from()) - place(way.to()));
        }

        private int place(String stage) {
            return places.getOrDefault(stage, 0);
        }

        private static int rise(int stages) {
            return 22 + 12 * stages;
        }

        private static int x(int place) {
            return MARGIN + place * (NODE_WIDTH + GAP);
        }

        private Node node(Stage stage, int x, int y) {
            String name = stage.name();
            String cut = name.codePointCount(0, name.length()) <= LONGEST_NAME
                    ? name
                    : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
            String colour = stage.colour();
            return new Node(
                    stage.key(),
                    cut,
                    colour == null ? "#8892a0" : colour,
                    stage.category().key(),
                    x,
                    y,
                    leads == null ? null : String.valueOf(leads.getOrDefault(stage.key(), 0L)));
        }

        private void onTheLine(Transition way) {
            int leap = leap(way);
            int from = x(place(way.from()));
            int to = x(place(way.to()));
            int middle = top + NODE_HEIGHT / 2;
            if (leap == 1) {
                ways.add(way("on", way, "M%s %s H%s".formatted(from + NODE_WIDTH, middle, to - 2)));
            } else if (leap > 1) {
                ways.add(way("leap", way, arc(from + NODE_WIDTH - 30, to + 30, top, -rise(leap))));
            } else {
                ways.add(way("back", way, arc(from + 44, to + NODE_WIDTH - 44, top + NODE_HEIGHT, rise(back(way)))));
            }
        }

        /** Up or down from one stage, along, and back to the line. */
        private static String arc(int from, int to, int y, int rise) {
            int far = y + rise - Integer.signum(rise) * 10;
            int turn = Integer.signum(to - from) * 10;
            int down = Integer.signum(rise) * 10;
            return "M%s %s V%s Q%s %s %s %s H%s Q%s %s %s %s V%s"
                    .formatted(
                            from,
                            y,
                            far - down,
                            from,
                            far,
                            from + turn,
                            far,
                            to - turn,
                            to,
                            far,
                            to,
                            far - down,
                            y + Integer.signum(rise) * 2);
        }

        private void rail(Stage stage, int end, int y) {
            int bottom = top + NODE_HEIGHT;
            for (Transition way : pipeline.transitions()) {
                Integer place = places.get(way.from());
                if (!way.to().equals(stage.key()) || place == null) {
                    continue;
                }
                int from = x(place) + NODE_WIDTH / 2;
                ways.add(way(
                        "lost",
                        way,
                        from < end - 12
                                ? "M%s %s V%s Q%s %s %s %s H%s"
                                        .formatted(from, bottom, y - 10, from, y, from + 10, y, end - 2)
                                : "M%s %s V%s".formatted(from, bottom, y - NODE_HEIGHT / 2 - 2)));
            }
        }

        private Way way(String kind, Transition way, String path) {
            return new Way(kind, path, name(way.from()) + " to " + name(way.to()));
        }

        private String name(String key) {
            return pipeline.findStage(key).map(Stage::name).orElse(key);
        }
    }
}
