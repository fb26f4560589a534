package dev.leadkit.examples.leaddesk.security;

import io.javalin.http.Context;
import java.util.Map;

/** The headers with which every answer begins: what a browser must not do with it. */
public final class SecurityHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private SecurityHeaders() {}

    /** Also forbids to keep the answer, which whoever sends a static file allows again. */
    public static void set(Context ctx) {
        HEADERS.forEach(ctx::header);
    }

    /** The headers by name, for answers that the web server gives by itself. */
    public static Map<String, String> all() {
        return HEADERS;
    }
}
