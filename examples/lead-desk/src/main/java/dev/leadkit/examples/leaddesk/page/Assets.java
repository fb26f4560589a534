package dev.leadkit.examples.leaddesk.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scripts, styles and pictures: those in {@code static/} beside this class, and what comes in WebJars. Each is read once,
 * and its address tells its content, so that browsers may keep it for good.
 */
public final class Assets {
    /** Where they are. */
    public static final String ROOT = "/assets/";

    private static final String WEBJARS = "/META-INF/resources/webjars/";

    /** Those in {@code static/}; a new file is added here. */
    private static final List<String> OWN = List.of(
            "app.css",
            "app.js",
            "board.css",
            "board.js",
            "chart.css",
            "chat.css",
            "chat.js",
            "icon.svg",
            "import.js",
            "insight.js",
            "lead.css",
            "lead.js",
            "list.css",
            "list.js",
            "move.js",
            "settings.css",
            "settings.js",
            "theme.js");

    private static final Map<String, String> OF_OTHERS = Map.of(
            "htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js",
            "sse.js", WEBJARS + "htmx-ext-sse/2.2.2/sse.js",
            "sortable.js", WEBJARS + "sortablejs/1.15.6/Sortable.min.js");

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    private record Asset(byte[] bytes, String hash, String mediaType) {}

    public Assets() {
        OWN.forEach(name -> assets.put(name, read(name, "static/" + name)));
        OF_OTHERS.forEach((name, resource) -> assets.put(name, read(name, resource)));
    }

    /** The address of an asset, for a page. */
    String address(String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return ROOT + name + "?v=" + asset.hash();
    }

    /** Answers a request for one. */
    void send(Context ctx) {
        Asset asset = assets.get(ctx.pathParam("name"));
        if (asset == null) {
            ctx.status(404).contentType("text/plain").result("there is no such file");
            return;
        }
        boolean exact = asset.hash().equals(ctx.queryParam("v"));
        ctx.header("Cache-Control", exact ? "public, max-age=31536000, immutable" : "no-cache");
        ctx.contentType(asset.mediaType()).result(asset.bytes());
    }

    private static Asset read(String name, String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            byte[] bytes = in.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Asset(bytes, HexFormat.of().formatHex(hash, 0, 8), mediaType(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("of what media type is " + name + "?");
        };
    }
}
