package dev.leadkit.examples.leaddesk.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done, as RFC 9457 says it.
 *
 * @param code stable and kebab-case, for programs
 * @param detail one sentence for people, without personal data
 * @param reasons each reason by itself; empty where the code says it all
 * @param more what else a program may want to know, such as {@code upgradeHint}
 */
public record Problem(int status, String code, String detail, List<Reason> reasons, Map<String, Object> more) {
    /** The media type of its JSON. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param field what it is about: a member of the body, a parameter, a field of the lead; absent for the whole */
    public record Reason(String code, @Nullable String field, String text) {}

    public Problem {
        reasons = List.copyOf(reasons);
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of());
    }

    public static Problem of(int status, String code, String detail, List<Reason> reasons) {
        return new Problem(status, code, detail, reasons, Map.of());
    }

    Problem with(String name, Object value) {
        Map<String, Object> both = new LinkedHashMap<>(more);
        both.put(name, value);
        return new Problem(status, code, detail, reasons, both);
    }

    /** As it goes out. */
    public byte[] toJson() {
        return Json.bytes(document());
    }

    /** The members, in the order in which they are read. */
    private Map<String, Object> document() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:lead-desk:problem:" + code);
        members.put("title", title(status));
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code);
        members.put("reasons", reasons);
        members.putAll(more);
        return members;
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Not signed in";
            case 403 -> "Not permitted";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 412 -> "Changed meanwhile";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 422 -> "Refused";
            case 429 -> "Too many requests";
            case 503 -> "Not available now";
            default -> status < 500 ? "Refused" : "Server error";
        };
    }
}
