package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.examples.leaddesk.rest.ProblemException;
import dev.leadkit.examples.leaddesk.security.Role;
import java.util.Map;

/** What all pages of the settings have in common: they are for admins, and others are told so. */
final class SettingsPages {
    private SettingsPages() {}

    /** Lets admins in, and shows others who could do it for them. */
    static Pages.Page forAdmin(Pages.Page page) {
        return call -> {
            if (call.who().role().isAtLeast(Role.ADMIN)) {
                page.show(call);
            } else if (call.isForPart() || !call.ctx().method().name().equals("GET")) {
                throw new ProblemException(403, "not-permitted", "your role does not permit this: it takes admin");
            } else {
                call.ctx().status(403);
                call.render(
                        "settings-closed",
                        Map.of(
                                "admins",
                                call.host().directory().of(call.who().tenant()).stream()
                                        .filter(user -> user.role().isAtLeast(Role.ADMIN))
                                        .toList()));
            }
        };
    }

    /** The text of the editor. */
    static String text(PageCall call) {
        return call.ctx().body();
    }

    /** A number of the address. @throws ProblemException if it is none */
    static long number(PageCall call, String name) {
        String text = call.query(name);
        try {
            return Long.parseLong(text == null ? "" : text);
        } catch (NumberFormatException none) {
            throw new ProblemException(400, "invalid-input", name + ": expected a number");
        }
    }
}
