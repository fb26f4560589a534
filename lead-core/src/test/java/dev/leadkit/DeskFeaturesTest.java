package dev.leadkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.conversation.NeedSummarizer;
import dev.leadkit.lead.Actor;
import dev.leadkit.lead.ChangesetId;
import dev.leadkit.lead.Consent;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.NewLead;
import dev.leadkit.lead.NoteId;
import dev.leadkit.migration.StageMap;
import dev.leadkit.operation.OperationId;
import dev.leadkit.plan.Feature;
import dev.leadkit.plan.FeatureAccess;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.plan.Plan;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.memory.InMemoryLeadStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method of the desk belongs to a feature, or to none for a reason; and is held to it. */
class DeskFeaturesTest {
    /** What the law asks for, and what tells of the plan itself. */
    private static final Optional<Feature> NEVER_GATED = Optional.empty();

    /** The table. A method of the desk that is not in it fails the tests: say here to which feature it belongs. */
    private static final Map<String, Optional<Feature>> FEATURES = Map.ofEntries(
            Map.entry("create", Optional.of(Feature.LEADS)),
            Map.entry("find", Optional.of(Feature.LEADS)),
            Map.entry("get", Optional.of(Feature.LEADS)),
            Map.entry("findByIdentity", Optional.of(Feature.LEADS)),
            Map.entry("findByEmail", Optional.of(Feature.LEADS)),
            Map.entry("findByPhone", Optional.of(Feature.LEADS)),
            Map.entry("preview", Optional.of(Feature.LEADS)),
            Map.entry("options", Optional.of(Feature.LEADS)),
            Map.entry("transition", Optional.of(Feature.LEADS)),
            Map.entry("assign", Optional.of(Feature.LEADS)),
            Map.entry("tag", Optional.of(Feature.LEADS)),
            Map.entry("untag", Optional.of(Feature.LEADS)),
            Map.entry("update", Optional.of(Feature.LEADS)),
            Map.entry("summarize", Optional.of(Feature.LEADS)),
            Map.entry("verify", Optional.of(Feature.LEADS)),
            Map.entry("note", Optional.of(Feature.LEADS)),
            Map.entry("list", Optional.of(Feature.LIST)),
            Map.entry("search", Optional.of(Feature.LIST)),
            Map.entry("parameters", Optional.of(Feature.LIST)),
            Map.entry("board", Optional.of(Feature.BOARD)),
            Map.entry("cards", Optional.of(Feature.BOARD)),
            Map.entry("timeline", Optional.of(Feature.HISTORY)),
            Map.entry("transcript", Optional.of(Feature.HISTORY)),
            Map.entry("bulk", Optional.of(Feature.BULK)),
            Map.entry("operations", Optional.of(Feature.BULK)),
            Map.entry("undo", Optional.of(Feature.UNDO)),
            Map.entry("pipelines", Optional.of(Feature.PIPELINES)),
            Map.entry("moveTo", Optional.of(Feature.LEADS)),
            Map.entry("merges", Optional.of(Feature.MERGES)),
            Map.entry("reconcile", Optional.of(Feature.LEADS)),
            Map.entry("compare", Optional.of(Feature.LEADS)),
            Map.entry("notes", Optional.of(Feature.HISTORY)),
            Map.entry("editNote", Optional.of(Feature.LEADS)),
            Map.entry("removeNote", Optional.of(Feature.LEADS)),
            Map.entry("moves", Optional.of(Feature.LEADS)),
            Map.entry("imports", Optional.of(Feature.IMPORT)),
            Map.entry("exports", Optional.of(Feature.EXPORT)),
            Map.entry("views", Optional.of(Feature.VIEWS)),
            Map.entry("assignments", Optional.of(Feature.ASSIGNMENT)),
            Map.entry("insights", Optional.of(Feature.INSIGHTS)),
            Map.entry("rescoreDue", Optional.of(Feature.LEADS)),
            Map.entry("rescoring", Optional.of(Feature.LEADS)),
            Map.entry("workbench", Optional.of(Feature.SCORING)),
            Map.entry("consent", NEVER_GATED),
            Map.entry("personalData", NEVER_GATED),
            Map.entry("retention", NEVER_GATED),
            Map.entry("plan", NEVER_GATED));

    private final AtomicReference<Plan> plan = new AtomicReference<>(Plan.EVERYTHING);
    private final LeadDesk desk = LeadKit.builder()
            .store(new InMemoryLeadStore())
            .entitlements(tenant -> plan.get())
            .build()
            .tenant("acme")
            .as(Actor.user("ann"));
    private final Map<Class<?>, Object> arguments = new HashMap<>(Map.of(
            LeadId.class,
            desk.create(NewLead.named("Jane").email("jane@acme.example")).id(),
            NewLead.class,
            NewLead.named("Bo"),
            Identity.class,
            Identity.session("s-1"),
            String.class,
            "contacted",
            LeadUpdate.class,
            LeadUpdate.begin().name("Jane Doe"),
            Consent.class,
            Consent.to("contact"),
            LeadQuery.class,
            LeadQuery.all(),
            BoardQuery.class,
            BoardQuery.all(),
            ZoneId.class,
            ZoneOffset.UTC,
            PageRequest.class,
            PageRequest.first(10)));

    {
        arguments.put(long.class, 1L);
        arguments.put(int.class, 1);
        arguments.put(LeadFilter.class, LeadFilter.all().matching("jane"));
        arguments.put(Feature.class, Feature.SCORING);
        arguments.put(ChangesetId.class, new ChangesetId(new UUID(0, 1)));
        arguments.put(OperationId.class, new OperationId(new UUID(0, 2)));
        Consumer<Object> nobody = told -> {};
        arguments.put(Consumer.class, nobody);
        arguments.put(StageMap.class, StageMap.of("new", "new"));
        NeedSummarizer silent = messages -> Optional.empty();
        arguments.put(NeedSummarizer.class, silent);
        arguments.put(IdentityKind.class, IdentityKind.EXTERNAL_ID);
        arguments.put(NoteId.class, new NoteId(2, 0));
    }

    static Stream<Method> methods() {
        return Arrays.stream(LeadDesk.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void belongs_to_a_feature_or_is_never_gated(Method method) {
        assertThat(FEATURES).as("the table of features").containsKey(method.getName());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void is_refused_when_its_feature_is_closed_and_only_then(Method method) {
        Optional<Feature> feature = feature(method);

        for (FeatureAccess closed : new FeatureAccess[] {FeatureAccess.LOCKED_PREVIEW, FeatureAccess.HIDDEN}) {
            plan.set(feature.map(its -> Plan.named("p").gate(its, closed).build())
                    .orElse(Plan.named("p").otherwise(closed).build()));
            assertThat(refused(method)).isEqualTo(feature);
        }
        feature.ifPresent(its -> {
            plan.set(Plan.named("p")
                    .otherwise(FeatureAccess.HIDDEN)
                    .gate(its, FeatureAccess.ON)
                    .build());
            assertThat(refused(method)).as("with nothing but its feature").isEmpty();
        });
    }

    private static Optional<Feature> feature(Method method) {
        return Objects.requireNonNull(FEATURES.get(method.getName()), method.getName());
    }

    /** The feature for which a call is refused; empty when it is not. */
    private Optional<Feature> refused(Method method) {
        Object[] given = Arrays.stream(method.getParameterTypes())
                .map(type -> Objects.requireNonNull(arguments.get(type), "an argument of " + type))
                .toArray();
        try {
            method.invoke(desk, given);
            return Optional.empty();
        } catch (InvocationTargetException thrown) {
            return thrown.getCause() instanceof NotEntitledException refusal
                    ? Optional.of(refusal.feature())
                    : Optional.empty();
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
