package dev.leadkit.examples.scaleout.flink;

import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.pipeline.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Scores any number of leads anew, such as after another scorecard was published. */
public final class RescoreJob {
    private RescoreJob() {}

    /** What each range comes to, in any order. */
    public static DataStream<RangeResult> over(
            DataStream<LeadRange> ranges, HostSettings settings, RescoreOrder order) {
        return ranges.rebalance().map(new RescoreRange(settings, order)).name("rescore");
    }

    /**
     * Scores a tenant's leads by a card, day by day.
     *
     * @param args the pool's and the identity key's file, the card's file, the tenant, and the first instants of the range and
     *     after it, such as {@code 2026-01-01T00:00:00Z}
     */
    public static void main(String... args) throws Exception {
        if (args.length != 6) {
            throw new IllegalArgumentException(
                    "expected POOL KEY CARD TENANT FROM BEFORE, got %d arguments".formatted(args.length));
        }
        var settings = new HostSettings(
                args[0],
                args[1],
                Pipeline.fiveStage().toJson(),
                Files.readString(Path.of(args[2])),
                CaptureRules.standard().toJson());
        List<LeadRange> days =
                LeadRange.pieces(args[3], Instant.parse(args[4]), Instant.parse(args[5]), Duration.ofDays(1));
        var order = new RescoreOrder(UUID.randomUUID(), Instant.now());
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.getExecutionEnvironment();
        flink.setRuntimeMode(RuntimeExecutionMode.BATCH);
        List<RangeResult> results = over(flink.fromData(days).setParallelism(1), settings, order)
                .executeAndCollect("rescore", days.size() + 1);
        System.out.printf(
                "%d leads read, %d written%n",
                results.stream().mapToLong(RangeResult::read).sum(),
                results.stream().mapToLong(RangeResult::written).sum());
    }
}
