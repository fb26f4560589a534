package dev.leadkit.scoring.learn;

import dev.leadkit.scoring.Scorecard;

/**
 * A learned card, and what it rests on.
 *
 * @param card to be used, or read and edited first
 */
public record Training(Scorecard card, TrainingReport report) {}
