package dev.leadkit.pipeline;

import java.util.List;

/**
 * A move that a pipeline allows, unless something is missing or a guard refuses it for a lead. Both ends are stage keys.
 *
 * @param required the {@linkplain dev.leadkit.lead.LeadField fields} that a lead must have to go this way, beside those
 *     that the stage requires
 * @param guards all of which must hold
 */
public record Transition(String from, String to, List<String> required, List<Guard> guards) {
    public Transition {
        required = List.copyOf(required);
        guards = List.copyOf(guards);
    }

    public Transition(String from, String to, List<Guard> guards) {
        this(from, to, List.of(), guards);
    }
}
