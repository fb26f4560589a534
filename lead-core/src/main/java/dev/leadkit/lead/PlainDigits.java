package dev.leadkit.lead;

import org.jspecify.annotations.Nullable;

/** Knows no numbering plan. */
enum PlainDigits implements ContactNormalizer {
    INSTANCE;

    @Override
    public PhoneNumber phone(String raw, @Nullable String region) {
        return PhoneNumber.digitsOf(raw);
    }
}
