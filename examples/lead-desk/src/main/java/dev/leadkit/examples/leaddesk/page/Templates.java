package dev.leadkit.examples.leaddesk.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The templates beside this class, in {@code templates/}: every value is escaped, and one that is missing is a mistake. */
final class Templates {
    private final PebbleEngine engine;

    Templates(Assets assets) {
        var loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("dev/leadkit/examples/leaddesk/page/templates");
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .autoEscaping(true)
                .defaultLocale(Locale.ENGLISH)
                .extension(new AbstractExtension() {
                    @Override
                    public Map<String, Function> getFunctions() {
                        return Map.of("asset", new AssetFunction(assets));
                    }
                })
                .build();
    }

    String render(String name, Map<String, Object> model) {
        var html = new StringWriter();
        try {
            engine.getTemplate(name).evaluate(html, model);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return html.toString();
    }

    /** {@code asset("app.css")}: the address of an asset. */
    private record AssetFunction(Assets assets) implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("name");
        }

        @Override
        public Object execute(
                Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            return assets.address(String.valueOf(arguments.get("name")));
        }
    }
}
