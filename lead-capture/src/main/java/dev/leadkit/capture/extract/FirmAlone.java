package dev.leadkit.capture.extract;

import dev.leadkit.capture.text.CommonWords;
import dev.leadkit.capture.text.WordSet;
import dev.leadkit.capture.text.Words;
import java.util.List;

/**
 * Finds a company that is all that the message says, or all but for what one signs in with: "sure it's fjord inc", "Fjord Boats Pvt Ltd",
 * "fjord consulting and my account number is 4711". So one answers who asks for an account, also where the question is not known.
 *
 * <p>Not "fjord boats for two", "bigger boats", and not "Fjord Hotel" where something else was asked.
 */
final class FirmAlone {
    /** What is sold, eaten or played is called by none of them. */
    private static final WordSet KINDS = WordSet.listed("""
            company solution solutions technology technologies tech infotech softwares systems industries enterprise
            enterprises holdings consulting consultants consultancy labs logistics ventures associates traders exports
            imports textiles constructions musicals""");

    private static final WordSet SIGN_IN = WordSet.listed("""
            password passwords passcode pw pass pswd pwd psw otp pin code login account acct acc a/c user username id number""");
    private static final WordSet OURS = WordSet.listed("and my our the one time with");

    private FirmAlone() {}

    /** @param other whether the message answers something else than who writes, so that only a legal form tells */
    static void add(Words words, int start, boolean other, List<Candidate<String>> found) {
        int end = CompanyRun.end(words, start);
        if (end - start < 2 || words.startsWithDigit(start) || isBehindCall(words, start)) {
            return;
        }
        boolean form = CompanyRun.hasForm(words, start, end);
        boolean says = form || !other && KINDS.has(words, end - 1) && !CommonWords.isOrdinary(words, start);
        if (says && isAll(words, end)) {
            int last = isCalledCompany(words, end - 1) ? end - 1 : end;
            found.add(CompanyExtractor.candidate(words, new CompanyCue(start, CompanyCue.Kind.ALONE), last));
        }
    }

    /** "Hello Fjord Boats Ltd": whom the message is for. */
    private static boolean isBehindCall(Words words, int start) {
        return switch (words.foldedOrEmpty(start - 1)) {
            case "hi", "hello", "hey", "dear", "to" -> true;
            default -> false;
        };
    }

    /** "fjord company": what it is, not part of its name. */
    private static boolean isCalledCompany(Words words, int last) {
        return words.is(last, "company") && !words.isCapitalised(last);
    }

    private static boolean isAll(Words words, int end) {
        int at = end;
        while (at < words.count() && OURS.has(words, at)) {
            at++;
        }
        return at >= words.count() ? at == end : SIGN_IN.has(words, at);
    }
}
