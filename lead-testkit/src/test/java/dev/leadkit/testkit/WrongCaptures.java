package dev.leadkit.testkit;

import dev.leadkit.capture.intent.IntentReading;
import dev.leadkit.capture.rule.CaptureRule;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.capture.rule.Condition;
import dev.leadkit.capture.rule.Effect;
import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.lead.Evidence;
import dev.leadkit.testkit.CaptureRun.Answer;
import dev.leadkit.testkit.CaptureRun.CapturedLead;
import dev.leadkit.testkit.CaptureRun.RuleEffect;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Rules of users that do one thing wrong each, as laws to be run by {@link CaptureRuleLawsTest} alone. */
final class WrongCaptures {
    private static final IntentReading NO_INTENT = new IntentReading(0, 0, List.of());

    private WrongCaptures() {}

    /** Reads the character after the first without looking whether there is one. */
    static class ThrowsOnEmptyText extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                int find(ChatMessage message, String word) {
                    return message.text().charAt(0) == word.charAt(0) ? 0 : super.find(message, word);
                }
            };
        }
    }

    /** Knows no characters beyond the basic plane. */
    static class ThrowsOnAnEmoji extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                int find(ChatMessage message, String word) {
                    if (message.text().codePoints().anyMatch(c -> c > Character.MAX_VALUE)) {
                        throw new IllegalArgumentException("not a letter");
                    }
                    return super.find(message, word);
                }
            };
        }
    }

    /** Has nothing to say to what a bot says. */
    static class AnswersVisitorsAlone extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            CaptureUnderTest right = new SimpleCapture();
            return deliveries -> {
                CaptureRun run = right.run(deliveries);
                List<Answer> answers = new ArrayList<>();
                for (int i = 0; i < deliveries.size(); i++) {
                    if (deliveries.get(i).isFromVisitor()) {
                        answers.add(run.answers().get(i));
                    }
                }
                return new CaptureRun(answers, run.leads(), 0);
            };
        }
    }

    /** Hands its leads to one after the other, by a counter that all share. */
    static class CountsInAStaticField extends CaptureRuleLaws {
        private static final AtomicInteger COUNTER = new AtomicInteger();

        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<RuleEffect> effects(List<ChatMessage> messages, Iterable<String> rules) {
                    return List.of(new RuleEffect("assignee", "user-" + COUNTER.incrementAndGet(), "in-turn"));
                }
            };
        }
    }

    /** Tags buyers by the time of day of the machine it runs on. */
    static class AsksTheClock extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<RuleEffect> effects(List<ChatMessage> messages, Iterable<String> rules) {
                    return List.of(new RuleEffect("tag", "at-" + System.nanoTime(), "time"));
                }
            };
        }
    }

    /** Makes a tag of how often the visitor wrote, redeliveries included. */
    static class CountsRedeliveries extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<ChatMessage> arranged(List<ChatMessage> arrived) {
                    return arrived.stream().sorted().toList();
                }

                @Override
                List<RuleEffect> effects(List<ChatMessage> messages, Iterable<String> rules) {
                    return List.of(new RuleEffect("tag", messages.size() > 2 ? "keen" : "new", "keen"));
                }
            };
        }
    }

    /** Takes the address that arrived last for the one that was said last. */
    static class TakesWhatArrivedLast extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<ChatMessage> arranged(List<ChatMessage> arrived) {
                    return super.arranged(arrived).stream()
                            .sorted(Comparator.comparingInt(arrived::indexOf))
                            .toList();
                }
            };
        }
    }

    /** Orders by the instant alone, so that messages of the same second stand as they arrived. */
    static class ForgetsTies extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<ChatMessage> arranged(List<ChatMessage> arrived) {
                    return super.arranged(arrived).stream()
                            .sorted(Comparator.comparingInt(arrived::indexOf))
                            .sorted(Comparator.comparing(ChatMessage::at))
                            .toList();
                }
            };
        }
    }

    /** Orders by the ids that the channel happened to give. */
    static class OrdersByIds extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<ChatMessage> arranged(List<ChatMessage> arrived) {
                    return super.arranged(arrived).stream()
                            .sorted(Comparator.comparing(ChatMessage::id))
                            .toList();
                }
            };
        }
    }

    /** Orders messages of one instant by their ids, though the channel counts them. */
    static class IgnoresSequences extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<ChatMessage> arranged(List<ChatMessage> arrived) {
                    return super.arranged(arrived).stream()
                            .sorted(Comparator.comparing(ChatMessage::at).thenComparing(ChatMessage::id))
                            .toList();
                }
            };
        }
    }

    /** Takes what arrives ten minutes from the delivery before for a visitor who has gone. */
    static class LosesWhoeverTakesHisTime extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<ChatMessage> arranged(List<ChatMessage> arrived) {
                    List<ChatMessage> kept = new ArrayList<>();
                    for (ChatMessage message : arrived) {
                        ChatMessage last = kept.isEmpty() ? message : kept.get(kept.size() - 1);
                        Duration gap = Duration.between(last.at(), message.at()).abs();
                        if (gap.compareTo(Duration.ofMinutes(10)) < 0) {
                            kept.add(message);
                        }
                    }
                    return super.arranged(kept);
                }
            };
        }
    }

    /** Points into the conversation of somebody else. */
    static class PointsIntoAnotherSession extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                Evidence evidence(ChatMessage message, int start, int end) {
                    return new Evidence("another", message.id(), start, end);
                }
            };
        }
    }

    /** Tags a lead with everything that was said. */
    static class TagsEveryText extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<RuleEffect> effects(List<ChatMessage> messages, Iterable<String> rules) {
                    return messages.stream()
                            .map(ChatMessage::text)
                            .distinct()
                            .map(text -> new RuleEffect("tag", text, "words"))
                            .toList();
                }
            };
        }
    }

    /** Makes a lead of each message that shows something. */
    static class MakesALeadOfEachMessage extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<CapturedLead> leadsOf(List<ChatMessage> arrived, String session) {
                    return arranged(ofSession(arrived, session)).stream()
                            .flatMap(message -> super.leadsOf(List.of(message), session).stream())
                            .toList();
                }
            };
        }
    }

    /** Begins again at every character. */
    static class LooksAgainFromEachCharacter extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                int find(ChatMessage message, String word) {
                    took((long) message.text().length() * message.text().length());
                    return super.find(message, word);
                }
            };
        }

        @Override
        protected long mostStepsPerCharacter() {
            return 100;
        }
    }

    /** Says nothing where it captures nothing. */
    static class KeepsSilent extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                Answer answer(ChatMessage delivery, Optional<CapturedLead> lead) {
                    Answer right = super.answer(delivery, lead);
                    return lead.isPresent() ? right : new Answer(false, List.of(), List.of());
                }
            };
        }
    }

    /** Forgets which rule tagged a lead. */
    static class TagsInNobodysName extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<RuleEffect> effects(List<ChatMessage> messages, Iterable<String> rules) {
                    return List.of(new RuleEffect("tag", "lead", ""));
                }
            };
        }
    }

    /** Points one character too far. */
    static class PointsBeyondTheText extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                Evidence evidence(ChatMessage message, int start, int end) {
                    return super.evidence(message, start, message.text().length() + 1);
                }
            };
        }
    }

    /** Listens to the bot as well. */
    static class CapturesTheBot extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                boolean isHeard(ChatMessage message) {
                    return true;
                }
            };
        }
    }

    /** Takes everything that arrived for one conversation. */
    static class MixesSessions extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<ChatMessage> ofSession(List<ChatMessage> arrived, String session) {
                    return arrived;
                }

                @Override
                List<ChatMessage> arranged(List<ChatMessage> arrived) {
                    return arrived.stream().distinct().sorted().toList();
                }
            };
        }
    }

    /** Says that it captured whoever asks a question. */
    static class PromisesALead extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                Answer answer(ChatMessage delivery, Optional<CapturedLead> lead) {
                    Answer right = super.answer(delivery, lead);
                    return new Answer(right.captured() || delivery.text().endsWith("?"), right.because(), List.of());
                }
            };
        }
    }

    /** An intent detector in a right engine that is sure of the first message that it reads, and of none later. */
    static class DetectsTheFirst extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            var read = new AtomicInteger();
            return CaptureUnderTest.of(
                    CaptureRules.standard(),
                    engine -> engine.intent(
                            text -> new IntentReading(read.getAndIncrement() == 0 ? 1 : 0, 0, List.of())));
        }
    }

    /** A detector in a right engine that knows no characters beyond the basic plane, which the engine would bear with. */
    static class DetectorThrowsOnAnEmoji extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return CaptureUnderTest.of(
                    CaptureRules.standard(),
                    engine -> engine.intent(CaptureUnderTest.strict(text -> {
                        if (text.codePoints().anyMatch(c -> c > Character.MAX_VALUE)) {
                            throw new IllegalArgumentException("not a letter");
                        }
                        return NO_INTENT;
                    })));
        }
    }

    /** A detector in a right engine that has nothing to say to a short text. */
    static class DetectorAnswersNull extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return CaptureUnderTest.of(
                    CaptureRules.standard(),
                    engine -> engine.intent(CaptureUnderTest.strict(text -> text.length() < 3 ? null : NO_INTENT)));
        }
    }

    /** Puts what arrived in order, in the list of whoever gave it. */
    static class SortsItsDeliveries extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            CaptureUnderTest right = new SimpleCapture();
            return deliveries -> {
                deliveries.sort(Comparator.naturalOrder());
                return right.run(deliveries);
            };
        }
    }

    /** Looks for a word in capitals, as the machine's language has them. */
    static class AsksTheLocale extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                int find(ChatMessage message, String word) {
                    return message.text().toUpperCase().indexOf(word.equals("buy") ? "SHIP" : word);
                }
            };
        }
    }

    /** Tags who writes in the evening, as the machine's clock has it. */
    static class AsksTheTimeZone extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            return new SimpleCapture() {
                @Override
                List<RuleEffect> effects(List<ChatMessage> messages, Iterable<String> rules) {
                    ZonedDateTime first = messages.get(0).at().atZone(ZoneId.systemDefault());
                    return List.of(new RuleEffect("tag", "on-" + first.getDayOfWeek() + "-" + first.getHour(), "time"));
                }
            };
        }
    }

    /** Before a right engine: takes the number of the delivery for a part of the budget. */
    static class NumbersTheBudgets extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            CaptureUnderTest right = engine(Effect.lead().budgetAsAmount());
            return deliveries -> {
                List<ChatMessage> changed = new ArrayList<>();
                for (ChatMessage delivery : deliveries) {
                    String text = delivery.text().replace("4,500", changed.size() + 1 + ",500");
                    changed.add(said(delivery, text, delivery.attributes()));
                }
                return right.run(changed);
            };
        }
    }

    /** Before a right engine: takes the message that arrives first for the one that agrees, and the others for taking it back. */
    static class TakesArrivalForConsent extends CaptureRuleLaws {
        @Override
        protected CaptureUnderTest capture() {
            CaptureUnderTest right = engine(Effect.lead());
            return deliveries -> {
                List<ChatMessage> changed = new ArrayList<>();
                for (ChatMessage delivery : deliveries) {
                    String said = changed.isEmpty() ? "given" : "withdrawn";
                    changed.add(said(delivery, delivery.text(), Map.of(ChatMessage.CONSENT + "news", said)));
                }
                return right.run(changed);
            };
        }
    }

    private static CaptureUnderTest engine(Effect effect) {
        return CaptureUnderTest.of(CaptureRules.named("budgets")
                .rule(CaptureRule.of("any", Condition.messages(1), effect))
                .build());
    }

    private static ChatMessage said(ChatMessage message, String text, Map<String, String> attributes) {
        return new ChatMessage(
                message.id(),
                message.session(),
                message.channel(),
                message.speaker(),
                text,
                message.at(),
                message.sequence(),
                attributes,
                false);
    }
}
