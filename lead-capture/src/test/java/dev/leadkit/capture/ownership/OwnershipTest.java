package dev.leadkit.capture.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.extract.Candidate;
import dev.leadkit.capture.extract.EmailExtractor;
import dev.leadkit.capture.extract.Extraction;
import dev.leadkit.capture.extract.LibPhoneNormalizer;
import dev.leadkit.capture.extract.PhoneExtractor;
import dev.leadkit.capture.extract.Rejected;
import dev.leadkit.capture.extract.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words by which an address or a number, {@code {v}}, is known as the visitor's own, as somebody's, or as dead. */
class OwnershipTest {
    private static final String EMAIL = "bo@fjord.example";
    private static final String PHONE = "212 736 5000";

    private final EmailExtractor emails = new EmailExtractor();
    private final PhoneExtractor phones = new PhoneExtractor(new LibPhoneNormalizer());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            我同事的邮箱是{v} | third-party
            我妻子的电话是 {v} | third-party
            收到了{v}的邮件 | third-party
            {v}是你们的吗? | third-party
            我打了{v}没人接 | third-party
            不要打{v} | negated
            以前的联系方式是{v} | negated
            同僚の連絡先は{v}です | third-party
            {v}からメールが来ました | third-party
            {v}は御社のものですか | third-party
            {v}には電話しないでください | negated
            以前の連絡先は{v}です | negated
            """)
    void of_others_in_scripts_without_blanks(String text, String code) {
        assertRefused(text, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我的联系方式是{v}",
                "朋友推荐的，我的联系方式是{v}",
                "我是王经理，联系方式 {v}",
                "連絡先は{v}です",
                "友達に聞きました。私の連絡先は{v}です",
                "お名前の登録はこちらで {v}"
            })
    void of_ones_own_in_scripts_without_blanks(String text) {
        assertOwn(text);
    }

    /** "Mijn e-mailadres is …", "рабочая почта моего коллеги …" and their like in twenty-six languages. */
    @Test
    void plain_sentences_tell_it_in_many_languages() {
        List<String> wrong = new ArrayList<>();
        for (MarkedMessage message : MarkedMessage.of("plain")) {
            for (MarkedMessage.Value value : message.values()) {
                boolean refused = Ownership.objection(message.reply(), value.start(), value.end()) != null;
                if (refused == value.own()) {
                    wrong.add(message.reply().text());
                }
            }
        }

        assertThat(MarkedMessage.of("plain")).hasSizeGreaterThan(450);
        assertThat(wrong).hasSizeLessThan(10);
    }

    private void assertOwn(String text) {
        assertThat(emails.extract(Turn.of(text.replace("{v}", EMAIL))).found())
                .extracting(Candidate::value)
                .containsExactly(EMAIL);
        assertThat(phones.extract(new Turn(text.replace("{v}", PHONE), null, "US"))
                        .found())
                .extracting(candidate -> candidate.value().value())
                .containsExactly("+12127365000");
    }

    private void assertRefused(String text, String code) {
        Extraction<?> email = emails.extract(Turn.of(text.replace("{v}", EMAIL)));
        Extraction<?> phone = phones.extract(new Turn(text.replace("{v}", PHONE), null, "US"));
        List<Object> found = new ArrayList<>(email.found());
        found.addAll(phone.found());

        assertThat(found).isEmpty();
        assertThat(email.rejected()).extracting(Rejected::code).containsExactly(code);
        assertThat(phone.rejected()).extracting(Rejected::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{v} is my cell",
                "{v} is best",
                "{v} works",
                "{v} gets me",
                "{v} reaches me",
                "{v} will reach me",
                "{v} please",
                "{v} that's me",
                "{v}, that's me",
                "{v}, my cell",
                "{v}, not my work one",
                "{v}, my work mail is down",
                "{v} not before nine",
                "{v} not only for work",
                "{v} is no problem",
                "{v} is not only mine",
                "{v} is where I work",
                "{v} is good for me",
                "{v} is still good at night",
                "{v} is a direct line",
                "{v} is the number",
                "{v}. It's mine",
                "{v}. That's my cell",
                "{v}. Not bad",
                "{v}. That is the best way",
                "{v}. This is urgent",
            })
    void what_one_says_behind_ones_own(String text) {
        assertOwn(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We need mailboxes such as {v}",
                "something like {v} would look nice",
                "Por ejemplo, si pongo {v} en la casilla",
                "Student of mine, {v}, needs the licence",
                "a client of ours, Rosa, {v}"
            })
    void examples_and_friends_are_no_visitors_whatever_the_samples_teach(String text) {
        assertRefused(text, "third-party");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "For example, you can reach me at {v}",
                "An old friend told me about you. {v} is my number",
                "I'd like {v} on the invoice, my number",
                "Talk to me, not the architect. {v}"
            })
    void what_looks_like_an_example_or_a_friend_may_be_ones_own(String text) {
        assertOwn(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my boss is ana@skiff.example or {v}",
                "My lawyer, ana@skiff.example, tel. {v}",
                "he signs up with tom@skiff.example, ana@skiff.example, {v} every week"
            })
    void what_is_said_of_the_first_of_a_row_is_said_of_all(String text) {
        assertThat(phones.extract(new Turn(text.replace("{v}", PHONE), null, "US"))
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"my boss has ana@skiff.example, and mine is {v}", "I wrote to ana@skiff.example, phone {v}"})
    void a_row_ends_where_one_speaks_of_oneself(String text) {
        assertThat(phones.extract(new Turn(text.replace("{v}", PHONE), null, "US"))
                        .found())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Got this from your rep yesterday: \"any problems just ring me on {v}\". He's not picking up",
                "He wrote, and I quote, “contact me directly at {v}”",
                "Your site says „schreiben Sie uns an {v}“"
            })
    void what_another_says_in_quotation_marks_is_quoted(String text) {
        assertRefused(text, "quoted");
    }

    @Test
    void the_owner_of_a_list_is_another() {
        assertThat(emails.extract(Turn.of("I'm on news@fjord.com's list already"))
                        .found())
                .isEmpty();
    }

    @Test
    void what_one_says_oneself_in_quotation_marks_is_ones_own() {
        assertOwn("I told your rep \"ring me on {v}\"");
    }

    @Test
    void the_answer_to_a_question_for_anothers_is_anothers() {
        assertThat(emails.extract(new Turn(EMAIL, "What's his email?", "US")).found())
                .isEmpty();
        assertThat(emails.extract(new Turn("I do, " + EMAIL, "Who handles your invoices?", "US"))
                        .found())
                .hasSize(1);
        assertThat(emails.extract(new Turn(EMAIL, "Who told you? And your email?", "US"))
                        .found())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~~{v}~~ sorry",
                "<s>{v}</s> sorry",
                "<del>{v}</del> sorry",
                "{v} -> the new one",
                "{v} => the new one",
                "{v} → the new one"
            })
    void what_is_struck_out_or_replaced_is_denied(String text) {
        assertRefused(text, "negated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        put {v} on copy | third-party
        ask {v} | third-party
        emergency contact: {v} | third-party
        referred by: {v} | third-party
        {v} is a scam | third-party
        {v} is Bo | third-party
        {v} is hers | third-party
        {v} is my husband | third-party
        {v} is my kid's school | third-party
        {v}, my husband | third-party
        {v}, my new boss | third-party
        {v} is my new boss's | third-party
        {v}, it is Bo | third-party
        {v}, that will be Bo | third-party
        {v} (my husband) | third-party
        {v}, he knows | third-party
        {v}, that's hers | third-party
        {v}, it's my wife's | third-party
        {v} that is my husband's | third-party
        {v} keeps ringing | third-party
        {v} called | third-party
        {v} answered | third-party
        {v} reached Bo | third-party
        {v} will ring you | third-party
        {v} reckons my clinic | third-party
        {v} es de un empleado | third-party
        {v} est de mon chef | third-party
        {v}. That's my sister | third-party
        {v}. This is my wife | third-party
        {v}. That's Bo | third-party
        {v}. He is my boss | third-party
        {v}. Who's that? | third-party
        {v}. Is that you? | third-party
        {v}. Are these you? | third-party
        {v}. No idea who that is | third-party
        {v}. Not mine | third-party
        {v}. It belongs to Bo | third-party
        {v}. It called twice | third-party
        {v} is not mine | negated
        {v} isn't mine | negated
        {v} is no good | negated
        {v} is now wrong | negated
        {v} is the old one | negated
        {v} (old) | negated
        {v} - dead | negated
        {v} but it's dead | negated
        {v} no longer works | negated
        {v} ya no funciona | negated
        {v} já não uso | negated
        {v} doesn't work | negated
        {v} don't work | negated
        {v} never answers | negated
        {v} was wrong | negated
        {v} come back to me | negated
        keep {v} off the list | negated
        """)
    void what_one_says_behind_somebody_elses_or_a_dead_one(String text, String code) {
        assertRefused(text, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mine is {v}",
                "call me at {v}",
                "my wife and I {v}",
                "my boss is away but {v}",
                "not my old one but {v}",
                "my old number, it is {v}",
                "wrong number, it is {v}",
                "the old number so {v}",
                "rather {v}",
                "no longer there, use {v}",
                "I lost my phone last week so now it is {v}",
                "please don't forget {v}",
                "I can't log in with {v}",
                "I don't have a fax, use {v}",
                "don't use the old one, use {v}",
                "don't call until noon, {v}",
                "don't call my office, call {v}",
                "don't hesitate to call me on {v}",
                "why don't you call me on {v}",
                "why don't you call my mobile {v}",
                "your mail never came, please call {v}",
                "for your records my number is {v}",
                "Smith & Sons {v}",
            })
    void what_one_says_before_ones_own(String text) {
        assertOwn(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        change my number from {v} | negated
        switch us from {v} | negated
        anything but {v} | negated
        use all but {v} | negated
        my number isn't {v} | negated
        not on {v} | negated
        not mine {v} | negated
        my old number is {v} | negated
        previous: {v} | negated
        instead of {v} | negated
        rather than {v} | negated
        I no longer have {v} | negated
        I used to have {v} | negated
        it used to be {v} | negated
        I lost {v} | negated
        I lost access to {v} | negated
        please remove {v} | negated
        please forget {v} | negated
        don't ever call {v} | negated
        don't please use {v} | negated
        stop calling {v} | negated
        I don't have {v} | negated
        I don't own {v} | negated
        nicht {v} | negated
        bitte nicht anrufen {v} | negated
        no me llames al {v} | negated
        don't ever call me on {v} | negated
        don't call my office {v} | negated
        don't call my office at {v} | negated
        message me from {v} | third-party
        he told me to call {v} | third-party
        his {v} | third-party
        his new mobile {v} | third-party
        their: {v} | third-party
        call him {v} | third-party
        write to them {v} | third-party
        Bo's number {v} | third-party
        my wife's {v} | third-party
        the seller {v} | third-party
        a friend {v} | third-party
        my boss Bo Berg {v} | third-party
        who is {v} | third-party
        whose {v} | third-party
        your number {v} | third-party
        your colleague {v} | third-party
        reach you at {v} | third-party
        """)
    void what_one_says_before_somebody_elses_or_a_dead_one(String text, String code) {
        assertRefused(text, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don't hesitate to write me at {v}",
                "not sure why, it's {v}",
                "new one {v}",
                "the correct one is {v}",
                "the right number is {v}",
                "if it turns up, {v}",
                "the main contact is me {v}",
                "let me know at {v}",
                "could you text me {v}",
                "text me on {v}",
                "you can send it to {v}",
                "I'm on {v}",
                "I check {v}",
                "I have a new number {v}",
                "I've moved to {v}",
                "I can be reached on {v}",
                "I gave {v}",
                "it's {v}",
                "here it is {v}",
                "here is {v}",
                "here's {v}",
                "that would be {v}",
                "this is Tove of Skiff Boats on {v}",
                "the quotation goes to {v}",
                "I'd like the report sent to {v}",
                "we want it sent to {v}",
                "the best address is {v}",
                "it should be {v}",
                "my boss and I are on {v}",
                "my new work number {v}",
                "a table for two, {v}",
                "my son needs a tutor, {v}",
                "I want to speak with a person, {v}",
                "call the number {v}",
                "add me to the list, {v}",
                "I called twice, you can use {v}",
                "I said {v}",
                "your boat, {v}",
                "could somebody ring {v}",
                "me and my wife use {v}",
                "call me before he leaves, {v}",
                "they're not answering at {v}",
                "this is his mom, {v}",
                "a friend needs a boat, {v}",
                "would you write to {v}",
                "can you ring {v}",
                "I use {v}",
                "call or text {v}",
                "write an email to {v}",
                "feel free to ring {v}",
                "my cell: {v}"
            })
    void a_clause_that_gives_ones_own(String text) {
        assertOwn(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', textBlock = """
        no more mails to {v} | negated
        no mail to {v} | negated
        please do not share {v} | negated
        please never write to {v} | negated
        the difference between your hotline and {v} | third-party
        faster than {v} | third-party
        her new one {v} | third-party
        is the format {v} right? | third-party
        is it {v} | third-party
        the form rejected {v} | third-party
        keeps putting {v} | third-party
        your system merged me with {v} | third-party
        he gave me {v} | third-party
        the letter said call me on {v} | third-party
        send it to the office at {v} | third-party
        Karen sits at {v} | third-party
        I'm on hold with {v} | third-party
        I keep getting {v} | third-party
        I gave up on {v} | third-party
        she said here it is {v} | third-party
        in the manual there is {v} | third-party
        whenever I pick up it's {v} | third-party
        he wants the report sent to {v} | third-party
        the leaflet has {v} | third-party
        the shop on the corner has {v} | third-party
        our supplier ({v}) | third-party
        ring the agency, {v} | third-party
        some bloke phoned me, {v} | third-party
        speak with procurement, {v} | third-party
        add Bo to the list, {v} | third-party
        invite Bo, {v} | third-party
        written by Bo, {v} | third-party
        he wrote "call {v} | third-party
        they wrote "reach us {v} | third-party
        you said {v} | third-party
        he said {v} | third-party
        your boss, {v} | third-party
        somebody rang {v} | third-party
        my ex has access: {v} | third-party
        can they ring {v} | third-party
        who can ring {v} | third-party
        do I enter it like {v} | third-party
        he made me write to {v} | third-party
        the firm wants you to ring {v} | third-party
        Bo uses {v} | third-party
        the buyer uses {v} | third-party
        she said "the number for boats is {v}" yesterday | quoted
        > {v} | quoted
        > reach me at {v} | quoted
        From: {v} | quoted
        Author: {v} | quoted
        On Monday {v} wrote: | quoted
        """)
    void a_clause_that_gives_none_or_somebody_elses(String text, String code) {
        assertRefused(text, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My son needs a tutor. {v}",
                "My son is 12. {v}",
                "What is your number? {v}",
                "Contact me, he's nine. {v}",
                "Appointments go through me. {v}",
                "My husband and I need a boat. {v}",
                "I need a boat for my wife. {v}",
                "Tove Lund speaking. {v}",
                "You called me. {v}",
                "Bo's boat is ready. {v}",
                "He needs a boat. {v}",
                "Gern stelle ich den Kontakt her. Sie erreichen mich direkt unter {v}, über LinkedIn oder persönlich",
                "He is ill. {v}",
                "my son dropped it, how much is it? {v}",
                "my son dropped it, can you mend it? {v}"
            })
    void a_sentence_before_that_says_nothing_of_whose_it_is(String text) {
        assertOwn(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Talk to Marcus. {v}",
                "Call Bo. {v}",
                "My husband deals with that. {v}",
                "Who rang me? {v}",
                "For example. {v}",
                "e.g. {v}",
                "Bo called. {v}",
                "Bo's number is below. {v}",
                "He handles it. {v}"
            })
    void a_sentence_before_that_speaks_of_somebody_else(String text) {
        assertRefused(text, "third-party");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your website says:\nCall us now: {v}\nbut nobody answers",
                "On fjord.com this text can be seen:\n{v}\n\nNobody answers.",
                "Auf Ihrer Seite steht:\nwir sind da\n{v}"
            })
    void what_is_copied_from_a_page_is_quoted(String text) {
        assertRefused(text, "quoted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our website says:\nCall us now: {v}",
                "I saw this listing on your site:\nhttps://fjord.example/flat/123\nMy contact is {v}",
                "Your website says:\nfree. My contact is {v}",
                "I found your website:\nplease write me at {v}",
                "Your website says:\nCall us now\n\nMy contact: {v}",
                "My details:\n{v}"
            })
    void what_stands_below_another_line_is_not_quoted(String text) {
        assertOwn(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Don't email, 212 736 5000 | phone
        Don't call, bo@fjord.example | email
        """)
    void who_does_not_want_one_channel_gives_the_other(String text, String field) {
        var turn = new Turn(text, null, "US");

        assertThat((field.equals("phone") ? phones : emails).extract(turn).found())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Welcome! What brings you here? | can I get an offer for 6 desks? please copy in my boss, {v}
        Great, anything else? | Hello! I'd like to order two chairs. my wife's address is {v}
        Hi! How may I help? | We need 12 chairs by Friday, thanks. {v} keeps calling me
        Thanks! Which size? | the big ones, please. don't call me on {v}
        """)
    void what_else_is_talked_of_makes_nobody_elses_ones_own(String asked, String text) {
        assertThat(emails.extract(new Turn(text.replace("{v}", EMAIL), asked, "US"))
                        .found())
                .isEmpty();
        assertThat(phones.extract(new Turn(text.replace("{v}", PHONE), asked, "US"))
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Don't call, {v}", "Don't text, {v}"})
    void who_does_not_want_a_call_gives_no_number(String text) {
        assertThat(phones.extract(new Turn(text.replace("{v}", PHONE), null, "US"))
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Reach us at 736 5000 | call me at 736 5000 | 0
        Reach us at 736 500 | call me at 736 5000 | 1
        Reach us at +1 212 736 5000 | (212) 736-5000 | 0
        Reach us at 212 736 5001 | 212 736 5000 | 1
        """)
    void a_number_of_which_the_last_seven_digits_were_told_is_an_echo(String asked, String text, int found) {
        assertThat(phones.extract(new Turn(text, asked, "US")).found()).hasSize(found);
    }
}
