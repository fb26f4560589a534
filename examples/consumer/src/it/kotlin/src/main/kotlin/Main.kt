import dev.leadkit.LeadKit
import dev.leadkit.capture.CaptureEngine
import dev.leadkit.conversation.ChatMessage
import dev.leadkit.lead.Actor
import dev.leadkit.store.LeadQuery
import dev.leadkit.store.memory.InMemoryLeadStore
import java.time.Instant

/** Captures and moves a lead; what may be null is so for the compiler too. */
fun main() {
    val kit = LeadKit.builder().store(InMemoryLeadStore()).build()
    CaptureEngine.builder(kit).build().tenant("acme").onMessage(
        ChatMessage.from("session-42").id("m1").at(Instant.now())
            .visitor("Hi, I'm Jane Doe. I want to buy 3 espresso machines, jane@acme.example").build()
    )

    val desk = kit.tenant("acme").`as`(Actor.user("ann"))
    val lead = desk.list(LeadQuery.all()).items().first()
    desk.transition(lead.id(), "contacted")
    val moved = desk.get(lead.id())
    check(moved.displayName() == "Jane Doe") { "the lead is ${moved.displayName()}" }
    check(moved.stage() == "contacted") { "the stage is ${moved.stage()}" }
    check(moved.assignee()?.length == null) { "assigned to ${moved.assignee()}" }
    println("Kotlin on Java ${Runtime.version().feature()}: ${moved.displayName()}, ${moved.capturedBecause().first().text()}")
}
