/** Turns chat messages into leads. The hook is {@link dev.leadkit.capture.CaptureEngine}. */
// libphonenumber, RE2/J and LangChain4j have no module descriptor
@SuppressWarnings("requires-automatic")
module dev.leadkit.capture {
    requires com.github.benmanes.caffeine;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires transitive dev.leadkit.core;
    requires static langchain4j.core;
    requires org.slf4j;
    requires re2j;

    exports dev.leadkit.capture;
    exports dev.leadkit.capture.adapter;
    exports dev.leadkit.capture.extract;
    exports dev.leadkit.capture.intent;
    exports dev.leadkit.capture.langchain4j;
    exports dev.leadkit.capture.rule;
    exports dev.leadkit.capture.summary;
}
