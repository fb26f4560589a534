package dev.leadkit.pipeline;

import java.util.List;

/** A move that a pipeline allows, unless a guard refuses it for a lead. Both ends are stage keys. */
public record Transition(String from, String to, List<Guard> guards) {
    public Transition {
        guards = List.copyOf(guards);
    }
}
