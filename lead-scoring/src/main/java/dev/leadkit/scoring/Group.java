package dev.leadkit.scoring;

/**
 * Some factors that together give or take no more than so many points.
 *
 * @param id stable and unique in the card; factors name the group by it
 * @param label what people see
 * @param cap the most points that its factors add or take together, 1 to 100
 */
public record Group(String id, String label, int cap) {}
