package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.TenantCapture;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Speaker;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.examples.leaddesk.bot.ScriptedBot;
import dev.leadkit.examples.leaddesk.rest.ProblemException;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.lead.Input;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The chat of a shop's site, with what a visitor of it never sees: what capture makes of each message, and the board. Whoever
 * tries it out writes as the visitor; the bot follows its script until somebody takes over.
 */
final class ChatPage {
    private static final String CHANNEL = "widget";
    private static final Pattern SESSION = Pattern.compile("chat-[0-9a-f]{12}");
    private static final int CARDS = 4;

    private ChatPage() {}

    /** A conversation has an address of its own, so that it is still there after the page is read anew. */
    static void show(PageCall call) {
        String session = call.query("session");
        if (session == null || !SESSION.matcher(session).matches()) {
            String fresh = UUID.randomUUID().toString().replace("-", "");
            call.ctx().redirect("/chat?session=chat-" + fresh.substring(0, 12));
            return;
        }
        Map<String, Object> model = state(call, session, null);
        board(call, model);
        model.put("mayWrite", mayWrite(call));
        call.render("chat", model);
    }

    private static boolean mayWrite(PageCall call) {
        return call.who().role().isAtLeast(Role.REP);
    }

    /** The columns alone, for when somebody changes a lead. */
    static void showBoard(PageCall call) {
        Map<String, Object> model = new HashMap<>();
        TenantCapture capture = call.host().capture(call.who().tenant());
        model.put(
                "lead",
                capture.explain(session(call))
                        .flatMap(explanation -> explanation.lead())
                        .orElse(null));
        board(call, model);
        call.render("chat-board", model);
    }

    /** What the visitor writes, and what the bot answers. */
    static void say(PageCall call) {
        String session = begin(call);
        String text = text(call);
        List<ChatMessage> said = messages(call, session);
        if (said.isEmpty()) {
            deliver(call, session, Speaker.BOT, ScriptedBot.GREETING);
        }
        CaptureOutcome outcome = deliver(call, session, Speaker.VISITOR, text);
        var understood = call.host()
                .capture(call.who().tenant())
                .explain(session)
                .map(explanation -> new ScriptedBot.Understood(
                        !explanation.seen().contact().emails().isEmpty()
                                || !explanation.seen().contact().phones().isEmpty(),
                        !explanation.budgets().isEmpty()))
                .orElse(new ScriptedBot.Understood(false, false));
        ScriptedBot.reply(messages(call, session), understood)
                .ifPresent(answer -> deliver(call, session, Speaker.BOT, answer));
        answer(call, session, outcome);
    }

    /** A person takes over, or goes on. */
    static void answerAsAgent(PageCall call) {
        String session = begun(call);
        answer(call, session, deliver(call, session, Speaker.AGENT, text(call)));
    }

    static void handOver(PageCall call) {
        String session = begun(call);
        String words = "Hello, this is %s. I take over from the bot."
                .formatted(call.who().user());
        answer(call, session, deliver(call, session, Speaker.AGENT, words));
    }

    static void markQualified(PageCall call) {
        String session = begun(call);
        answer(call, session, capture(call).markQualified(session, call.who().actor(), "marked on the chat page"));
    }

    static void promote(PageCall call) {
        String session = begun(call);
        answer(call, session, capture(call).promote(session, call.who().actor()));
    }

    private static TenantCapture capture(PageCall call) {
        return call.host().capture(call.who().tenant());
    }

    private static String begin(PageCall call) {
        if (!mayWrite(call)) {
            throw new ProblemException(403, "not-permitted", "your role does not permit this: it takes rep");
        }
        return session(call);
    }

    /** @throws ProblemException if nothing was said yet */
    private static String begun(PageCall call) {
        String session = begin(call);
        if (messages(call, session).isEmpty()) {
            throw new ProblemException(409, "nothing-said", "nothing was said yet; write as the visitor first");
        }
        return session;
    }

    private static String session(PageCall call) {
        String session = call.ctx().pathParam("session");
        if (!SESSION.matcher(session).matches()) {
            throw new ProblemException(404, "conversation-not-found", "there is no such conversation");
        }
        return session;
    }

    private static String text(PageCall call) {
        String text = call.ctx().formParam("text");
        if (text == null || text.isBlank()) {
            throw new ProblemException(400, "invalid-input", "write something first");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > Input.MAX_TEXT_BYTES) {
            throw new ProblemException(
                    413, "too-large", "a message has at most %s bytes".formatted(Input.MAX_TEXT_BYTES));
        }
        return text;
    }

    private static List<ChatMessage> messages(PageCall call, String session) {
        return call.host()
                .storage()
                .store()
                .transcript(call.who().tenant(), session)
                .map(Transcript::messages)
                .orElse(List.of());
    }

    private static CaptureOutcome deliver(PageCall call, String session, Speaker speaker, String text) {
        return capture(call)
                .onMessage(ChatMessage.from(session)
                        .id(session + "#" + UUID.randomUUID())
                        .channel(CHANNEL)
                        .said(speaker, text)
                        .at(call.host().now())
                        .build());
    }

    private static void answer(PageCall call, String session, CaptureOutcome outcome) {
        call.render("chat-state", state(call, session, outcome));
    }

    private static Map<String, Object> state(PageCall call, String session, @Nullable CaptureOutcome outcome) {
        Map<String, Object> model = new HashMap<>();
        model.put("session", session);
        model.put("greeting", ScriptedBot.GREETING);
        model.put("explanation", ChatExplanation.of(call, session, messages(call, session), outcome));
        return model;
    }

    /** Behind the gate there is no board, and the hint stands in its place. */
    private static void board(PageCall call, Map<String, Object> model) {
        Optional<Board> board;
        String hint = null;
        try {
            board = Optional.of(call.desk().board(BoardQuery.all().cards(CARDS)));
        } catch (NotEntitledException closed) {
            board = Optional.empty();
            hint = closed.upgradeHint();
        }
        model.put("board", board.orElse(null));
        model.put("boardHint", hint);
        model.put("stages", StageCount.of(call.host().pipeline(call.who().tenant()), Map.of()));
    }
}
