package dev.leadkit.examples.leaddesk.security;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.Set;

/**
 * Says who asks: by {@code Authorization: Bearer KEY}, else by the session cookie. A request with a key needs no CSRF token,
 * since no other site can send the header.
 */
public final class Authentication {
    /** The header with the CSRF token; forms send it as {@value #CSRF_FIELD}. */
    public static final String CSRF_HEADER = "X-CSRF-Token";

    /** The field of a form with the CSRF token. */
    public static final String CSRF_FIELD = "_csrf";

    private static final String COOKIE = "lead-desk";
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final ApiKeys keys;
    private final Sessions sessions;
    private final boolean secureCookies;

    /** @param secureCookies whether browsers reach the server by https alone */
    public Authentication(ApiKeys keys, Sessions sessions, boolean secureCookies) {
        this.keys = keys;
        this.sessions = sessions;
        this.secureCookies = secureCookies;
    }

    /** Empty when nobody is signed in, and for a key or a cookie that is none. */
    public Optional<Principal> find(Context ctx) {
        String header = ctx.header("Authorization");
        if (header != null) {
            return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? keys.find(header.substring(BEARER.length()).strip())
                    : Optional.empty();
        }
        return Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(sessions::find);
    }

    /** Whether a request that changes something was really sent by our own page. */
    public boolean isOwnRequest(Context ctx) {
        if (SAFE.contains(ctx.method().name()) || ctx.header("Authorization") != null) {
            return true;
        }
        String cookie = ctx.cookie(COOKIE);
        if (cookie == null) {
            return false;
        }
        String token = ctx.header(CSRF_HEADER);
        if (token == null && ctx.isFormUrlencoded()) {
            token = ctx.formParam(CSRF_FIELD);
        }
        return token != null && sessions.isCsrfToken(cookie, token);
    }

    /** For the pages of whoever is signed in by a cookie; empty for others. */
    public Optional<String> csrfToken(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE)).map(sessions::csrfToken);
    }

    /** Whose an API key is, for the sign-in page. */
    public Optional<Principal> ofKey(String key) {
        return keys.find(key);
    }

    public void signIn(Context ctx, Principal user) {
        ctx.cookie(cookie(sessions.begin(user), (int) Sessions.LASTS.toSeconds()));
    }

    public void signOut(Context ctx) {
        ctx.cookie(cookie("", 0));
    }

    /** Goes along with links from elsewhere, such as one in a message, which change nothing. */
    private Cookie cookie(String value, int seconds) {
        return new Cookie(COOKIE, value, "/", seconds, secureCookies, true, null, SameSite.LAX);
    }
}
