package dev.leadkit.examples.cli;

import dev.leadkit.capture.CaptureEngine;
import dev.leadkit.capture.extract.Regions;
import dev.leadkit.lead.InvalidInputException;
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
        if (region != null) {
            try {
                Regions.require("--region", region);
            } catch (InvalidInputException unknown) {
                throw new ParameterException(command, String.valueOf(unknown.getMessage()));
            }
        }
    }

    void setOn(CaptureEngine.Builder engine) {
        if (region != null) {
            engine.region(region);
        }
    }
}
