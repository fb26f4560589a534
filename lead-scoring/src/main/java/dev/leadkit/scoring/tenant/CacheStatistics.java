package dev.leadkit.scoring.tenant;

/**
 * What the compiled cards of {@link TenantScorecards} were asked for since it was made.
 *
 * @param hits how often the answer was known
 * @param reads how often the store was asked whether there is another card
 * @param compiled how often a card was read and compiled
 * @param evicted how many tenants' cards were given up for want of room
 * @param tenants of how many tenants the answer is held now, about
 */
public record CacheStatistics(long hits, long reads, long compiled, long evicted, long tenants) {}
