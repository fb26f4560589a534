package dev.leadkit.examples.benchmarks.capture;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.leadkit.capture.ReadMessages;
import dev.leadkit.capture.extract.EmailExtractor;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.extract.NameExtractor;
import dev.leadkit.capture.extract.PhoneExtractor;
import dev.leadkit.capture.extract.Turn;
import dev.leadkit.lead.PhoneNumber;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who reads messages, by name. What can be made before a message comes is made before the clock runs. */
final class Contenders {
    static final String USUAL = "regex + findNumbers + regex";
    static final String REGEX = "regex";

    private static final String REGION = "US";
    private static final int MAX_SIDE = 254;
    private static final String EMAIL = "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}";
    private static final Pattern EMAIL_PATTERN = Pattern.compile(EMAIL);
    private static final com.google.re2j.Pattern EMAIL_RE2J = com.google.re2j.Pattern.compile(EMAIL);
    private static final Pattern NAME_PATTERN =
            Pattern.compile("(?:[Mm]y name is|[Tt]his is|I am|I'm) ([A-Z]\\w+(?: [A-Z]\\w+)*)");

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final EmailExtractor EMAILS = new EmailExtractor();
    private static final PhoneExtractor PHONES = new PhoneExtractor(new LibPhoneNormalizer());
    private static final NameExtractor NAMES = new NameExtractor();

    private Contenders() {}

    /** Finds the address alone. */
    static Function<String, @Nullable String> email(String contender) {
        return switch (contender) {
            case "limit" -> Scanner::email;
            case "leadkit" -> text -> first(EMAILS.extract(Turn.of(text)));
            case "gated regex" -> Contenders::gated;
            case "re2j" -> Contenders::re2j;
            case REGEX -> Contenders::plain;
            default -> throw new IllegalArgumentException(contender);
        };
    }

    /** Finds the spoken address. */
    static Function<String, @Nullable String> spokenEmail(String contender) {
        return contender.equals("limit") ? Scanner::spokenEmail : email(contender);
    }

    /** Finds address, number and name in a message. */
    static Supplier<Contact> contact(String contender, String text) {
        return switch (contender) {
            case "limit" -> () -> Scanner.contact(text);
            case "leadkit" -> () -> extractors(text);
            case "leadkit, whole message" -> wholeMessage(text);
            case USUAL -> () -> usual(text);
            default -> throw new IllegalArgumentException(contender);
        };
    }

    private static Contact extractors(String text) {
        var turn = new Turn(text, null, REGION);
        PhoneNumber phone = first(PHONES.extract(turn));
        return new Contact(
                first(EMAILS.extract(turn)), phone == null ? null : phone.value(), first(NAMES.extract(turn)));
    }

    private static Supplier<Contact> wholeMessage(String text) {
        var messages = new ReadMessages(REGION);
        var message = ReadMessages.message(text);
        return () -> {
            var found = messages.read(message);
            return new Contact(found.email(), found.phone(), found.name());
        };
    }

    private static Contact usual(String text) {
        Iterator<PhoneNumberMatch> numbers = PLANS.findNumbers(text, REGION).iterator();
        Matcher name = NAME_PATTERN.matcher(text);
        return new Contact(
                plain(text), numbers.hasNext() ? numbers.next().rawString() : null, name.find() ? name.group(1) : null);
    }

    private static <T> @Nullable T first(Extraction<T> extraction) {
        return extraction.found().isEmpty() ? null : extraction.found().get(0).value();
    }

    private static @Nullable String plain(String text) {
        Matcher matcher = EMAIL_PATTERN.matcher(text);
        return matcher.find() ? matcher.group() : null;
    }

    private static @Nullable String gated(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return null;
        }
        Matcher matcher = EMAIL_PATTERN.matcher(text);
        matcher.region(Math.max(0, at - MAX_SIDE), Math.min(text.length(), at + MAX_SIDE));
        return matcher.find() ? matcher.group() : null;
    }

    private static @Nullable String re2j(String text) {
        com.google.re2j.Matcher matcher = EMAIL_RE2J.matcher(text);
        return matcher.find() ? matcher.group() : null;
    }
}
