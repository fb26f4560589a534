package dev.leadkit.insight;

import dev.leadkit.lead.InvalidInputException;
import java.time.Duration;
import java.util.List;

/**
 * How soon a new lead is to be answered.
 *
 * @param within of the business hours, more than zero; an answer after exactly so long is in time
 * @param hours open at some time of the week
 */
public record ResponseTarget(Duration within, BusinessHours hours) {
    /** @throws InvalidInputException if it is not more than zero, or never runs out since the hours are never open */
    public ResponseTarget {
        if (within.isNegative() || within.isZero()) {
            throw new InvalidInputException("responseTarget", "more than zero", within.toString());
        }
        if (hours.week().values().stream().allMatch(List::isEmpty)) {
            throw new InvalidInputException(
                    "responseTarget", "business hours that are open at some time, see BusinessHours.open", "none");
        }
    }

    /** By the clock, at any hour. */
    public static ResponseTarget within(Duration time) {
        return new ResponseTarget(time, BusinessHours.always());
    }

    /** The same in these hours alone. */
    public ResponseTarget during(BusinessHours newHours) {
        return new ResponseTarget(within, newHours);
    }
}
