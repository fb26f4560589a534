package dev.leadkit.examples.cli;

import dev.leadkit.capture.CaptureEngine;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The country whose national phone numbers are meant. */
final class RegionOption {
    @Option(
            names = "--region",
            paramLabel = "CC",
            description = "ISO 3166 code for phone numbers without a country code; a line's own region wins.")
    private @Nullable String region;

    void check(CommandLine command) {
        if (region != null && !Set.of(Locale.getISOCountries()).contains(region.toUpperCase(Locale.ROOT))) {
            throw new ParameterException(command, "--region: expected an ISO 3166 code such as US");
        }
    }

    void setOn(CaptureEngine.Builder engine) {
        if (region != null) {
            engine.region(region.toUpperCase(Locale.ROOT));
        }
    }
}
