package dev.leadkit.lead;

import java.time.LocalDate;

/**
 * What a visitor said first on one day.
 *
 * @param date in UTC
 * @param messages those of a text that he had not written on a day before
 * @param questions those among them that ask something
 */
public record EngagementDay(LocalDate date, int messages, int questions) {
    public EngagementDay {
        if (questions < 0 || questions > messages) {
            throw new IllegalArgumentException("counts of a day must be 0 <= questions <= messages");
        }
    }
}
