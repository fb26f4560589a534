package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.examples.leaddesk.host.DeskHost;
import dev.leadkit.examples.leaddesk.rest.Dispatcher;
import dev.leadkit.examples.leaddesk.security.Authentication;
import dev.leadkit.examples.leaddesk.security.Principal;
import dev.leadkit.examples.leaddesk.security.RateLimits;
import dev.leadkit.plan.NotEntitledException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;

/** All routes of the pages. */
public final class Pages {
    private final DeskHost host;
    private final Authentication authentication;
    private final Dispatcher dispatcher;
    private final Assets assets = new Assets();
    private final Templates templates = new Templates(assets);
    private final SignInPage signIn;

    /** What answers a request of somebody who is signed in. */
    interface Page {
        void show(PageCall call) throws Exception;
    }

    /** @param signInByClick whether the users of the sample may be chosen without a key */
    public Pages(
            DeskHost host,
            Authentication authentication,
            Dispatcher dispatcher,
            RateLimits limits,
            boolean signInByClick) {
        this.host = host;
        this.authentication = authentication;
        this.dispatcher = dispatcher;
        this.signIn = new SignInPage(host, authentication, templates, limits, signInByClick);
    }

    public void register(RoutesConfig routes) {
        routes.get(Assets.ROOT + "{name}", assets::send);
        routes.get("/sign-in", signIn::show);
        routes.post("/sign-in", signIn::signIn);
        routes.post("/sign-out", signIn::signOut);
        routes.get("/", ctx -> ctx.redirect("/board"));
        routes.get("/board", page(BoardPage::show));
        routes.get("/board/heads", page(BoardPage::heads));
        routes.get("/board/columns/{stage}", page(BoardPage::more));
        routes.get("/board/cards/{id}", page(BoardPage::card));
        routes.post("/board/cards/{id}", page(BoardPage::move));
        routes.get("/leads", page(ListPage::show));
        routes.get("/leads/import", page(ListPage::imports));
        routes.get("/leads/{id}", page(LeadPage::show));
        routes.post("/leads/{id}/distinct", page(LeadPage::markDistinct));
        routes.get("/insight", page(InsightPage.forReaders(InsightPage::show)));
        routes.get("/insight/morning", page(InsightPage.forReaders(MorningPage::show)));
        routes.get("/chat", page(ChatPage::show));
        routes.get("/chat/{session}/board", page(ChatPage::showBoard));
        routes.post("/chat/{session}/say", page(ChatPage::say));
        routes.post("/chat/{session}/agent", page(ChatPage::answerAsAgent));
        routes.post("/chat/{session}/hand-over", page(ChatPage::handOver));
        routes.post("/chat/{session}/qualified", page(ChatPage::markQualified));
        routes.post("/chat/{session}/promote", page(ChatPage::promote));
        registerSettings(routes);
    }

    private void registerSettings(RoutesConfig routes) {
        routes.get("/settings", ctx -> ctx.redirect("/settings/pipeline"));
        routes.get("/settings/pipeline", admins(PipelineSettings::show));
        routes.get("/settings/pipeline/counts", admins(PipelineSettings::showCounts));
        routes.post("/settings/pipeline/check", admins(PipelineSettings::check));
        routes.post("/settings/pipeline/plan", admins(PipelineSettings::plan));
        routes.post("/settings/pipeline/publish", admins(PipelineSettings::publish));
        routes.post("/settings/pipeline/plan-rollback", admins(PipelineSettings::planRollback));
        routes.post("/settings/pipeline/rollback", admins(PipelineSettings::rollback));
        routes.post("/settings/pipeline/migrate", admins(PipelineSettings::migrate));
        routes.get("/settings/capture", admins(CaptureSettings::show));
        routes.post("/settings/capture/check", admins(CaptureSettings::check));
        routes.post("/settings/capture/replay", admins(CaptureSettings::replay));
        routes.post("/settings/capture/save", admins(CaptureSettings::save));
        routes.get("/settings/scorecard", admins(ScorecardSettings::show));
        routes.post("/settings/scorecard/check", admins(ScorecardSettings::check));
        routes.post("/settings/scorecard/dry-run", admins(ScorecardSettings::dryRun));
        routes.post("/settings/scorecard/save", admins(ScorecardSettings::save));
        routes.post("/settings/scorecard/rollback", admins(ScorecardSettings::rollBack));
        routes.get("/settings/scorecard/progress", admins(ScorecardSettings::progress));
        routes.get("/settings/plan", admins(PlanSettings::show));
        routes.post("/settings/plan", admins(PlanSettings::choose));
    }

    private Handler admins(Page page) {
        return page(SettingsPages.forAdmin(page));
    }

    /** Shows the sign-in page instead to who is not signed in, and the problem to who may not. */
    private Handler page(Page page) {
        return ctx -> {
            Optional<String> token = authentication.csrfToken(ctx);
            if (token.isEmpty() || authentication.find(ctx).isEmpty()) {
                toSignIn(ctx);
                return;
            }
            try {
                Principal who = dispatcher.admit(ctx);
                show(page, new PageCall(ctx, host, templates, who, token.get()));
            } catch (Exception failure) {
                ProblemPage.show(ctx, templates, failure);
            }
        };
    }

    private static void show(Page page, PageCall call) throws Exception {
        try {
            page.show(call);
        } catch (NotEntitledException closed) {
            if (call.isForPart()) {
                throw closed;
            }
            LockedPage.show(call, closed);
        }
    }

    /** A part of a page that htmx asks for must not be replaced by the sign-in page, but the whole page. */
    private static void toSignIn(Context ctx) {
        if (ctx.header("HX-Request") != null) {
            ctx.header("HX-Redirect", "/sign-in").status(401);
        } else {
            ctx.redirect("/sign-in" + SignInPage.thenTo(ctx));
        }
    }
}
