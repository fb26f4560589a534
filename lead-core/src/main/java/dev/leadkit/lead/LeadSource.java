package dev.leadkit.lead;

/** Where a lead came from: a chat channel, the API, a person. Hosts may add their own keys. */
public record LeadSource(String key) {
    public static final LeadSource WIDGET = new LeadSource("widget");
    public static final LeadSource WHATSAPP = new LeadSource("whatsapp");
    public static final LeadSource MESSENGER = new LeadSource("messenger");
    public static final LeadSource API = new LeadSource("api");
    public static final LeadSource MANUAL = new LeadSource("manual");

    /** @throws InvalidInputException if the key is no id, see {@link Input#id} */
    public LeadSource {
        Input.id("source", key);
    }

    public static LeadSource of(String key) {
        return new LeadSource(key);
    }
}
