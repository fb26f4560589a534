package dev.leadkit.capture;

import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.CompanyOfAddress;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Attributed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Finds the visitor's company by the domain of the address that he gave, in whichever of his messages it is named. Not safe to share.
 */
final class CompanyByAddress {
    private static final int MAX_MESSAGES = 200;
    private static final int MAX_ADDRESSES = 4;

    private final List<Said> said = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();
    private final List<CompanyOfAddress> companies = new ArrayList<>();

    private record Said(ChatMessage message, String text) {}

    void add(ChatMessage message, String text, Extraction<String> emails, Findings findings) {
        var now = new Said(message, text);
        companies.forEach(company -> find(company, now, findings));
        if (said.size() < MAX_MESSAGES) {
            said.add(now);
        }
        for (Candidate<String> email : emails.found()) {
            if (addresses.size() < MAX_ADDRESSES && addresses.add(email.value())) {
                CompanyOfAddress.of(email.value()).ifPresent(company -> {
                    companies.add(company);
                    said.forEach(one -> find(company, one, findings));
                });
            }
        }
    }

    private static void find(CompanyOfAddress company, Said one, Findings findings) {
        Optional<Candidate<String>> named = company.in(one.text());
        named.filter(name -> !isPerson(name.value(), findings))
                .ifPresent(name -> findings.companies.add(
                        one.message(), "company", new Extraction<>(List.of(name), List.of()), false));
    }

    /** "Hansen" with tove@hansen.example, where the visitor is Tove Hansen. */
    private static boolean isPerson(String company, Findings findings) {
        for (Attributed<String> name : findings.names.all()) {
            if (parts(name.value()).containsAll(parts(company))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> parts(String name) {
        Set<String> parts = new HashSet<>();
        var tokens = new StringTokenizer(name.toLowerCase(Locale.ROOT), " ");
        while (tokens.hasMoreTokens()) {
            parts.add(tokens.nextToken());
        }
        return parts;
    }
}
