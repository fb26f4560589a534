package dev.leadkit.examples.leaddesk.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Somebody at the desk: he asks for this and that, goes from what he sees to what it links to, and pauses between. Not safe
 * to share.
 */
final class User {
    private static final Pattern LEAD = Pattern.compile("href=\"/leads/([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern COLUMN = Pattern.compile("data-stage=\"([^\"]+)\" data-next=\"([^\"]+)\"");
    private static final List<String> STAGES = List.of("new", "contacted", "qualified", "converted", "lost");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String address;
    private final String key;
    private final String cookie;
    private final boolean mayWrite;
    private final Random random;
    private final List<String> leads = new ArrayList<>();
    private String next = "/leads";
    private String more = "/board/columns/new";

    private User(HttpClient http, String address, String key, String cookie, Random random) {
        this.http = http;
        this.address = address;
        this.key = key;
        this.cookie = cookie;
        this.mayWrite = !key.endsWith(":viewer");
        this.random = random;
    }

    /** Signs in with a key, and looks at the board. */
    static User signIn(HttpClient http, String address, String key, long seed) throws Exception {
        HttpResponse<Void> reply = http.send(
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("key=" + encoded(key)))
                        .build(),
                BodyHandlers.discarding());
        String cookie = reply.headers()
                .firstValue("Set-Cookie")
                .map(value -> value.substring(0, value.indexOf(';')))
                .orElseThrow(() -> new IOException("signing in gave " + reply.statusCode()));
        var user = new User(http, address, key, cookie, new Random(seed));
        user.seeBoard(text(user.send(user.page("/board"))));
        return user;
    }

    /**
     * Works until a time is over.
     *
     * @param pause between two requests on average; each is half to one and a half of it
     */
    void work(Duration time, Duration pause, Timings timings) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (!pause.isZero()) {
                Thread.sleep((long) (pause.toMillis() * (0.5 + random.nextDouble())));
            }
            Kind kind = Kind.of(random.nextInt(100));
            ask(kind == Kind.NOTE && !mayWrite ? Kind.LEAD : kind, timings);
        }
    }

    private void ask(Kind kind, Timings timings) {
        HttpRequest request = request(kind);
        long start = System.nanoTime();
        HttpResponse<byte[]> reply = send(request);
        timings.add(kind, System.nanoTime() - start);
        String body = text(reply);
        if (reply.statusCode() >= 300) {
            throw new IllegalStateException("%s gave %d %s".formatted(request.uri(), reply.statusCode(), body));
        }
        switch (kind) {
            case BOARD -> seeBoard(body);
            case BOARD_FILTERED, LIST, LIST_FILTERED, LIST_SEARCH, LIST_NEXT -> see(body);
            default -> {}
        }
    }

    private HttpRequest request(Kind kind) {
        return switch (kind) {
            case BOARD -> page("/board");
            case BOARD_FILTERED -> page("/board?" + boardFilter());
            case BOARD_MORE -> page(more);
            case BOARD_REST -> rest("/board").GET().build();
            case LIST -> page("/leads");
            case LIST_FILTERED -> page("/leads?" + listFilter());
            case LIST_SEARCH -> page("/leads?q=" + encoded(words()));
            case LIST_NEXT -> page(next);
            case LIST_REST -> rest("/leads?" + listFilter()).GET().build();
            case LEAD -> page("/leads/" + lead());
            case NOTE ->
                rest("/leads/" + lead() + "/notes")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"Called, will call again\"}"))
                        .build();
        };
    }

    private String boardFilter() {
        return switch (random.nextInt(4)) {
            case 0 -> "assignee=" + key.split(":")[1];
            case 1 -> "band=" + one(List.of("hot", "warm", "cold"));
            case 2 -> "source=" + one(List.of("widget", "whatsapp", "api"));
            default -> "q=" + encoded(ManyLeads.surname(random.nextInt(ManyLeads.SURNAMES)));
        };
    }

    private String listFilter() {
        return switch (random.nextInt(8)) {
            case 0 -> "stage=" + one(STAGES) + "&source=widget";
            case 1 -> "tag=" + one(ManyLeads.TAGS);
            case 2 -> "band=hot&sort=score";
            case 3 -> "assignee=" + key.split(":")[1] + "&sort=last-activity";
            case 4 -> "unassigned=true&stage=new";
            case 5 -> "created=last-30-days&minScore=60";
            case 6 -> "stage=contacted&stale=true";
            default -> "stage=" + one(STAGES) + "&tag=" + one(ManyLeads.TAGS) + "&sort=oldest";
        };
    }

    private String words() {
        String surname = ManyLeads.surname(random.nextInt(ManyLeads.SURNAMES));
        return switch (random.nextInt(3)) {
            case 0 -> surname;
            case 1 -> one(ManyLeads.FIRST_NAMES) + " " + surname.substring(0, 4);
            default -> one(ManyLeads.FIRST_NAMES);
        };
    }

    private String lead() {
        return leads.get(random.nextInt(leads.size()));
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Remembers where a page leads to. */
    private void see(String html) {
        Matcher link = LEAD.matcher(html);
        List<String> found = new ArrayList<>();
        while (link.find()) {
            found.add(link.group(1));
        }
        if (!found.isEmpty()) {
            leads.clear();
            leads.addAll(found);
        }
        Matcher page = NEXT.matcher(html);
        if (page.find()) {
            next = page.group(1).replace("&amp;", "&");
        }
    }

    private void seeBoard(String html) {
        see(html);
        Matcher column = COLUMN.matcher(html);
        List<String> columns = new ArrayList<>();
        while (column.find()) {
            columns.add("/board/columns/" + column.group(1) + "?cursor=" + encoded(column.group(2)));
        }
        if (!columns.isEmpty()) {
            more = one(columns);
        }
    }

    private HttpRequest page(String path) {
        return request(path).header("Cookie", cookie).GET().build();
    }

    private HttpRequest.Builder rest(String path) {
        return request("/api/v1" + path).header("Authorization", "Bearer " + key);
    }

    /** As browsers ask. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip");
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(request.uri().toString(), failed);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** What a page weighs, by itself and with all that it links to. */
    PageWeight weigh(String path) {
        return PageWeight.of(path, asset -> send(page(asset)));
    }

    static String text(HttpResponse<byte[]> reply) {
        boolean isPacked =
                reply.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try {
            byte[] bytes = isPacked
                    ? new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes()
                    : reply.body();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
