package dev.leadkit.conversation;

/** Who wrote a message. Capture reads the visitor's alone; a bot's or agent's own address is nobody's lead. */
public enum Speaker {
    VISITOR,
    BOT,
    AGENT
}
