package dev.leadkit.examples.benchmarks.capture;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message with the contact that stands in it.
 *
 * @param phone ten digits, of the numbering plan of the United States
 */
record Message(
        String text,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String name) {

    /** Each with an address, a number and a name; no word "at" in them, so that no address could be a spoken one. */
    static final List<Message> MIXED = List.of(
            new Message(
                    "Hello, my name is Jane Carter and we want new chairs for the office. Please send the quote"
                            + " to jane.carter@oakhill.example or ring 212-736-5000, the sooner the better for us all,"
                            + " thanks",
                    "jane.carter@oakhill.example",
                    "2127365000",
                    "Jane Carter"),
            new Message(
                    "Hi there, I'm Tom Baker, and I need forty desks with drawers before summer. Write to"
                            + " tom_baker@northwind.example when you know the price, or text (312) 726-1234 in the evening,"
                            + " please.",
                    "tom_baker@northwind.example",
                    "3127261234",
                    "Tom Baker"),
            new Message(
                    "Good morning, this is Anna Keller. We saw your blue sofa and like it. Do you ship it as"
                            + " well? Mail anna+home@brightside.example or call +1 206 682 1234 and ask for me, I am in all"
                            + " day.",
                    "anna+home@brightside.example",
                    "2066821234",
                    "Anna Keller"),
            new Message(
                    "I am Luis Romero, looking for a dining table made of oak. My address is"
                            + " luis.romero@casaverde.example and my mobile is 415-555-2671, should anything be unclear"
                            + " about colour or size. ok",
                    "luis.romero@casaverde.example",
                    "4155552671",
                    "Luis Romero"));

    /** The same contacts, with the word "at" about them. */
    static final List<Message> MIXED_WITH_AT = List.of(
            new Message(
                    "Hello, my name is Jane Carter and we want new chairs at our office. Please send the quote to"
                            + " jane.carter@oakhill.example or ring 212-736-5000, at ten or at noon, if that is fine by you",
                    "jane.carter@oakhill.example",
                    "2127365000",
                    "Jane Carter"),
            new Message(
                    "Hi there, I'm Tom Baker, and I look at forty desks with drawers at once. Write to"
                            + " tom_baker@northwind.example when you know the price, or text (312) 726-1234 at any time, if"
                            + " you please",
                    "tom_baker@northwind.example",
                    "3127261234",
                    "Tom Baker"),
            new Message(
                    "Good morning, this is Anna Keller. We had a look at your blue sofa. Do you ship it at all?"
                            + " Mail anna+home@brightside.example or call +1 206 682 1234 and ask for me, I am at home"
                            + " today.",
                    "anna+home@brightside.example",
                    "2066821234",
                    "Anna Keller"),
            new Message(
                    "I am Luis Romero, looking at dining table made of oak. My address is"
                            + " luis.romero@casaverde.example and my mobile is 415-555-2671, should anything at all be"
                            + " unclear about colour. Thanks",
                    "luis.romero@casaverde.example",
                    "4155552671",
                    "Luis Romero"));

    /** With dates, prices and other numbers beside the contact, as messages to a shop have. */
    static final List<Message> MIXED_WITH_NUMBERS = List.of(
            new Message(
                    "Hello, my name is Jane Carter. Order 480291 of 03/14/2026 for $1,250.00 never came. Please write to"
                            + " jane.carter@oakhill.example or ring 212-736-5000, weekdays from 9:30 to 5 or so, bye",
                    "jane.carter@oakhill.example",
                    "2127365000",
                    "Jane Carter"),
            new Message(
                    "Hi, I'm Tom Baker. You sent 40 desks on 02/11/2026, invoice 55120, and 12 are scratched. Write to"
                            + " tom_baker@northwind.example or text (312) 726-1234 before 6 pm, we paid $3,980.00 now!",
                    "tom_baker@northwind.example",
                    "3127261234",
                    "Tom Baker"),
            new Message(
                    "Good day, this is Anna Keller. The sofa 70x200 for $899.00, seen on 11/02/2025, is it there? Mail"
                            + " anna+home@brightside.example or call +1 206 682 1234, room 417, I'm in 8 to 4 mostly.!",
                    "anna+home@brightside.example",
                    "2066821234",
                    "Anna Keller"),
            new Message(
                    "I am Luis Romero, table 6 of 22/05/2026, 8 chairs, paid $2,400.00 as quote 31877 has. My address is"
                            + " luis.romero@casaverde.example and my mobile is 415-555-2671, reply before 30 June ok",
                    "luis.romero@casaverde.example",
                    "4155552671",
                    "Luis Romero"));

    /** With an address as one says it. */
    static final List<Message> SPOKEN = List.of(
            new Message(
                    "Hello, we want new chairs for the office of our school. Please send the quote to me, my"
                            + " email is jane dot carter at gmail dot com, the sooner the better for us all, since school"
                            + " starts",
                    "jane.carter@gmail.com",
                    null,
                    null),
            new Message(
                    "Hi there, we need ten desks with drawers before summer. You can send the price for all of"
                            + " them to my address, tom underscore baker at northwind dot example, or leave a note in here,"
                            + " ok",
                    "tom_baker@northwind.example",
                    null,
                    null),
            new Message(
                    "Good morning, we saw your blue sofa and like it. Do you ship it as well? My mail is anna dot"
                            + " keller (at) brightside dot example and I am in all day long, should you wish to ask me more",
                    "anna.keller@brightside.example",
                    null,
                    null),
            new Message(
                    "We're looking for a dining table made of oak. My e-mail is luis dot romero at casaverde dot"
                            + " com should anything be unclear about the colour or about the size that we would like to"
                            + " have",
                    "luis.romero@casaverde.com",
                    null,
                    null));

    /** Without any contact. */
    static final List<Message> PLAIN = List.of(
            new Message(
                    "Hello, I am looking for a small boat for the summer. Could you tell me which ones you have"
                            + " in stock this week, and whether one of them has room for a dog? We would come by on a"
                            + " weekend",
                    null,
                    null,
                    null),
            new Message(
                    "Thanks that sounds good to me. Do you also have something a bit larger, with a cabin and"
                            + " with room for a family of three or more? We often stay out overnight, so a stove would be"
                            + " great",
                    null,
                    null,
                    null),
            new Message(
                    "We would like to come by on Friday around noon, is there a place to park near the harbour or"
                            + " not? My wife can't walk far, so it would be nice to know before we start, the drive is long",
                    null,
                    null,
                    null),
            new Message(
                    "I saw the blue one at the fair and it was great, but it is too large for my garage at home."
                            + " Is there a way to store it with you over the winter, and what does it cost us for all of"
                            + " it?",
                    null,
                    null,
                    null));

    /** What hostile messages repeat, by name. */
    static final Map<String, String> ATTACKS =
            Map.of("addresses", "a@a.", "digits", "1 ", "spoken", " at a dot ", "cues", "my name is ", "letters", "a");

    /** A hostile message of so many characters. */
    static String attack(String name, int length) {
        String pump = Objects.requireNonNull(ATTACKS.get(name));
        return pump.repeat(length / pump.length() + 1).substring(0, length);
    }
}
