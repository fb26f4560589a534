package dev.leadkit.examples.leaddesk.load;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many bytes a page is, by itself and with its scripts, styles and pictures, of which a browser loads each once.
 *
 * @param html unpacked
 * @param packedHtml as it was sent
 * @param all html and assets, unpacked
 * @param packed all as it was sent
 */
record PageWeight(int html, int packedHtml, int all, int packed) {
    private static final Pattern ASSET = Pattern.compile("\"(/assets/[^\"]+)\"");

    static PageWeight of(String path, Function<String, HttpResponse<byte[]>> get) {
        HttpResponse<byte[]> page = get.apply(path);
        String text = User.text(page);
        int html = text.getBytes(StandardCharsets.UTF_8).length;
        int packedHtml = page.body().length;
        int all = html;
        int packed = packedHtml;
        Matcher asset = ASSET.matcher(text);
        while (asset.find()) {
            HttpResponse<byte[]> its = get.apply(asset.group(1));
            all += User.text(its).getBytes(StandardCharsets.UTF_8).length;
            packed += its.body().length;
        }
        return new PageWeight(html, packedHtml, all, packed);
    }

    @Override
    public String toString() {
        return "board: %,d bytes of HTML (%,d packed), with scripts and styles %,d (%,d packed)%n"
                .formatted(html, packedHtml, all, packed);
    }
}
