package dev.leadkit.examples.leaddesk.browser;

import dev.leadkit.examples.leaddesk.Client;
import dev.leadkit.examples.leaddesk.Reply;
import java.util.UUID;

/** Leads and a pipeline for the pages to show. */
final class Leads {
    /** Two at most may be in Talks; an offer asks for an amount, and nobody is won but from there. */
    private static final String PIPELINE = """
            {"kind": "pipeline", "format": 1, "name": "five-stage", "version": 2, "stages": [
             {"key": "new", "name": "New", "category": "open", "colour": "#3b82f6", "probability": 0.1, "staleAfter": "P1D"},
             {"key": "contacted", "name": "Contacted", "category": "open", "colour": "#eab308", "probability": 0.25},
             {"key": "talks", "name": "Talks", "category": "open", "colour": "#a855f7", "probability": 0.5,
              "wipLimit": {"leads": 2, "hard": true}},
             {"key": "qualified", "name": "Offer", "category": "open", "colour": "#14b8a6", "probability": 0.5, "required": ["amount"]},
             {"key": "converted", "name": "Won", "category": "won", "colour": "#22c55e", "probability": 1},
             {"key": "lost", "name": "Lost", "category": "lost", "colour": "#ef4444", "probability": 0, "required": ["lostReason"],
              "lostReasons": [{"key": "price", "name": "Too expensive"}, {"key": "timing", "name": "Wrong time"}]}],
             "start": "new",
             "transitions": [
              {"from": "new", "to": "contacted"}, {"from": "contacted", "to": "new"}, {"from": "contacted", "to": "talks"},
              {"from": "new", "to": "talks"}, {"from": "new", "to": "qualified"}, {"from": "contacted", "to": "qualified"},
              {"from": "qualified", "to": "converted"}, {"from": "qualified", "to": "new"}, {"from": "new", "to": "lost"},
              {"from": "contacted", "to": "lost"}, {"from": "talks", "to": "new"}, {"from": "lost", "to": "new"}],
             "reopen": {}}""";

    private final Client admin;

    Leads(Client admin) {
        this.admin = admin;
    }

    void publishPipeline() {
        Reply reply = admin.put("/pipelines/five-stage", PIPELINE);
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
    }

    /** A new lead, by its id. */
    String named(String name) {
        return created("{\"name\": %s}".formatted(quoted(name)));
    }

    String created(String json) {
        Reply reply = admin.post("/leads", json);
        if (reply.status() != 201) {
            throw new AssertionError(reply);
        }
        return reply.at("/id");
    }

    Reply move(String id, String to) {
        return admin.post("/leads/" + id + "/transition", "{\"to\": \"%s\"}".formatted(to));
    }

    String stage(String id) {
        return admin.get("/leads/" + id).at("/stage");
    }

    /** Somebody says something in a chat; the id of the lead that he is. */
    String says(String session, String speaker, String text) {
        Reply reply = admin.post(
                "/conversations/" + session + "/messages",
                "{\"id\": \"%s\", \"channel\": \"widget\", \"speaker\": \"%s\", \"text\": %s}"
                        .formatted(UUID.randomUUID(), speaker, quoted(text)));
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
        return reply.at("/leadId");
    }

    static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || c > 126) {
                json.append("\\u%04x".formatted(c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
