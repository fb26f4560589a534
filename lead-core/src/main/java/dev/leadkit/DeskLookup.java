package dev.leadkit;

import dev.leadkit.lead.ContactNormalizer;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.PhoneNumber;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the lead of a pipeline that is known by something, which it first brings to the form in which leads keep it. */
final class DeskLookup {
    private final Wiring wiring;
    private final DeskGate gate;
    private final String pipeline;

    DeskLookup(Wiring wiring, DeskGate gate, String pipeline) {
        this.wiring = wiring;
        this.gate = gate;
        this.pipeline = pipeline;
    }

    Optional<Lead> byIdentity(Identity identity) {
        gate.requireShown(identity);
        return wiring.store()
                .findByIdentity(gate.tenant(), pipeline, wiring.hasher().key(identity));
    }

    Optional<Lead> byEmail(String address) {
        return byIdentity(
                Identity.claimed(IdentityKind.EMAIL, wiring.normalizer().email(address)));
    }

    /** The number as it is goes before the other forms of it. */
    Optional<Lead> byPhone(String number, @Nullable String region) {
        ContactNormalizer normalizer = wiring.normalizer();
        if (normalizer == ContactNormalizer.plainDigits()) {
            throw new InvalidInputException(
                    "normalizer", "one that knows numbering plans, such as LibPhoneNormalizer", "none");
        }
        PhoneNumber given = normalizer.phone(number, region);
        if (!given.valid()) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(given.value()), normalizer.phoneCandidates(given.value()).stream())
                .flatMap(form -> byIdentity(Identity.claimed(IdentityKind.PHONE, form)).stream())
                .findFirst();
    }
}
