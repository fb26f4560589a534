package dev.leadkit.capture.extract;

import java.util.List;
import java.util.stream.Stream;

/**
 * Messages in which an address or a number stands that must not be given out, or that must: made of ways to say it and of
 * things to say. {@code {v}} is the value; of {@code {w}} beside it the visitor says that it is good.
 */
public final class AdversarialMessages {
    static final List<String> EMAILS =
            List.of("bo@fjord.example", "Bo.Berg+crm@mail.fjord.co.uk", "bø@fjørd.example", "bo_berg-7@gmail.com");
    static final List<String> PHONES =
            List.of("+1 212 736 5000", "(212) 736-5000", "212.736.5000", "2127365000", "+49 30 901820");
    static final String GOOD_EMAIL = "tove.lund@skiff.example";
    static final String GOOD_PHONE = "+1 415 555 2671";

    /** Somebody else's, or only spoken of. */
    public static final List<String> OTHERS = lines("""
            my colleague's e-mail is {v}
            my colleagues email is {v}
            My boss's contact is {v}
            my boss can be reached at {v}
            you can reach my assistant at {v}
            please contact my manager Bo at {v}
            please contact my manager Bo Berg at {v}
            call my wife on {v}
            call my wife: {v}
            my wife (bo), {v}
            ask my colleague Bo ({v})
            his number is {v}
            his: {v}
            her contact details are {v}
            her direct line is {v}
            their address is {v}
            my friend's address is {v}
            John's number is {v}
            Bo's private mail: {v}
            my dad's phone: {v}
            the e-mail of my colleague is {v}
            the number of my boss: {v}
            the phone number of our landlord is {v}
            {v} is my wife's
            {v} is her number
            {v} is his
            {v} belongs to my brother
            {v} is my colleague's address
            {v} (my husband)
            {v}, that is my husband's
            the seller's contact is {v}
            the driver's phone is {v}
            my neighbour said you should call him at {v}
            you should write to him at {v}
            write to her at {v}
            call her on {v}
            contact them at {v}
            email him: {v}
            I got a message from {v}
            I received a mail from {v}
            somebody called me from {v}
            I was called by {v}
            {v} keeps calling me
            {v} called me yesterday
            who is {v}?
            whose is {v}?
            is {v} yours?
            is {v} your number?
            is your contact still {v}?
            can I reach you at {v}?
            how do I reach you, at {v}?
            your number {v} is always busy
            your website says {v}
            I tried {v} but nobody answers
            I called {v} and nobody answered
            I already wrote to {v}
            I sent it to {v} last week
            your colleague told me to contact {v}
            your contact on the website is {v}
            On Monday Bo Berg <{v}> wrote:
            From: Bo Berg <{v}>
            > you can reach me at {v}
            > {v}
            meine Kollegin erreichen Sie unter {v}
            die Nummer meiner Frau ist {v}
            seine Nummer ist {v}
            ihre E-Mail ist {v}
            el correo de mi jefe es {v}
            su número es {v}
            le numéro de ma femme est {v}
            l'adresse de mon collègue est {v}
            forward the invoice to my accountant at {v}
            please cc my lawyer {v}
            my daughter will pick it up, her cell is {v}
            if I'm not there ring my neighbor on {v}
            the plumber gave me {v}
            The guy at the front desk told me to dial {v}
            Our supplier (Fjord Boats, {v}) will deliver
            My emergency contact is my sister: {v}
            emergency contact: Anna, {v}
            please reach out to Dave at {v}
            Dave can be reached on {v}
            contact Dave on {v}
            ask for Dave, {v}
            talk to Dave - {v}
            you may speak with my spouse at {v}
            speak to my father on {v}
            Mom's cell {v}
            hi, Sarah from accounting here. Bob's mail is {v}
            the previous owner's number was {v}
            the old tenant used {v}
            The scammer used {v}
            I keep getting spam from {v}
            I am being harassed by {v}
            block {v} please
            is there someone at {v}?
            does {v} still work?
            what is {v}?
            Is this you: {v}?
            you guys gave me {v} but it's not working
            I found {v} on your site
            I saw {v} on your website
            the ad says call {v}
            the brochure lists {v}
            your support line {v} put me on hold
            your colleague Mark ({v}) promised a refund
            I spoke with your agent at {v}
            I've been calling {v} all day
            I have been emailing {v} since Monday
            we dialed {v} twice
            tried emailing {v}, it bounced
            I used to be {v}
            my ex-wife's number is {v}
            my late husband's mail {v}
            please take {v} off the list
            {v} isn't mine
            {v} isn't my number anymore
            {v} is not in use
            {v} was hacked, do not use it
            {v} has been disconnected
            {v} is disabled
            that number, {v}, is wrong
            you have the wrong number on file: {v}
            you have {v} on file which is wrong
            the number you have, {v}, is outdated
            stop texting {v}
            quit calling {v}
            no more emails to {v} please
            no emails to {v}
            please do not share {v}
            I don't want to be contacted at {v}
            I don't want calls on {v}
            not reachable at {v}
            I can't be reached at {v}
            I no longer have access to {v}
            the password reset went to {v}, which I don't own
            it went to {v} by mistake
            my account shows {v} but that's not me
            you sent my order confirmation to {v}, that's not me
            """);

    /** The visitor's own, and not to be used. */
    public static final List<String> REFUSED = lines("""
            don't call me on {v}
            don't ever contact me at {v}
            do not use {v}
            please do not write to {v}
            please don't send anything to {v}
            never use {v}
            never ever call {v}
            stop writing to {v}
            stop contacting me on {v}
            it is not {v}
            it isn't {v}
            my contact is not {v}
            that's not mine: {v}
            my old address was {v}
            my old number {v}
            my previous contact was {v}
            my former number is {v}
            {v} is no longer valid
            {v} is not valid anymore
            {v} is not my number
            {v} is wrong
            {v} is my old address
            {v} does not work anymore
            {v} doesn't work
            {v} is dead
            {v} is outdated
            {v} was my old number
            I no longer use {v}
            I don't use {v} any more
            I don't have {v} anymore
            I used to have {v}
            I have lost access to {v}
            forget {v}
            ignore {v}
            please remove {v} from your list
            please delete {v}
            unsubscribe {v}
            anything but {v}
            everything except {v}
            bitte nicht {v} anrufen
            schreiben Sie nicht an {v}
            meine alte Nummer war {v}
            no me llames al {v}
            ne m'appelez pas au {v}
            """);

    /** One that is good beside one that is not. */
    public static final List<String> CHANGED = lines("""
            not {v} but {w}
            it is {w}, not {v}
            use {w} instead of {v}
            {w} rather than {v}
            please change {v} to {w}
            change my contact from {v} to {w}
            my new one is {w}, the old one was {v}
            don't use {v}, use {w}
            don't use {v}. Use {w}
            {v} is wrong, it is {w}
            {v} no longer works, my new one is {w}
            {v} is my wife's, mine is {w}
            my wife's is {v} and mine is {w}
            my number is {w}, my wife's number is {v}
            my e-mail is {w} and my colleague's e-mail is {v}
            my contact is {w}, his contact is {v}
            I tried {v}, please answer to my address {w}
            your contact {v} does not work, reach me at {w}
            > reach me at {v}
            \\nyou can reach me at {w}
            """);

    /** Good ones, though the words come close to what is refused. */
    public static final List<String> GOOD = lines("""
            my contact is {w}
            you can reach me at {w}
            my colleague recommended you. My contact is {w}
            call me on {w}, not before noon
            please don't hesitate to contact me at {w}
            don't forget to write to me at {w}
            why don't you contact me at {w}
            not a problem, it's {w}
            here's my contact: {w}
            sorry, that was wrong. It's {w}
            my new contact is {w}
            my wife and I can be reached at {w}
            {w} is my contact
            {w}, thanks
            {w}
            is it possible to reach me at {w}?
            could you send it to {w}?
            can you call me at {w}?
            I'd like a quote, {w}
            > can you send me your contact?
            \\n{w}
            I am not at home, try {w}
            no, {w}
            meine Nummer ist {w}
            mein Kontakt ist {w}
            is there any chance you could call me at {w}?
            it's an emergency, call {w}
            I gave {w} when I signed up
            does Friday suit you? It's {w}
            mi correo es {w}
            shoot me an email at {w}
            drop me a line: {w}
            hit me up on {w}
            best way to reach me is {w}
            I can be reached at {w}
            I'm reachable at {w}
            feel free to ring me at {w}
            you can get me on {w}
            yeah so it's {w}
            sure! {w}
            my cell's {w}
            cell: {w}
            mobile - {w}
            contact info: {w}
            please send the quote to {w}
            send it over to {w} please
            could you mail the brochure to {w}?
            please call back on {w}
            call back: {w}
            ring {w} after 5
            text {w} when ready
            let's talk, {w}
            reply to {w}
            I'd prefer you contact me via {w}
            here you go {w}
            I use {w}
            my wife and I use {w}
            we are at {w}
            you have my number, {w}, right?
            I registered with {w}
            I signed up using {w}
            I work with Bob, my mail is {w}
            My boss wants a demo. Reach me at {w}
            not sure if you got it, it's {w}
            no problem, {w}
            if you need anything else, my number is {w}
            don't worry, just call {w}
            I never got the mail, please resend to {w}
            I didn't get your email. Mine is {w}
            your email never arrived, please send it to {w}
            I don't have Whatsapp, so call me at {w}
            can't wait! {w}
            """);

    /** Cut off, masked or broken: any part of it could be somebody else's. */
    static final List<String> CUT = lines("""
            my mail is bo@fjord
            my mail is bo@fjord.
            my mail is bo@fjord.e
            my mail is bo@fjord...
            my mail is bo@fjord.ex…
            my mail is bo@fjord.exa...
            my mail is bo@fjord.exam..
            my mail is bo@
            my mail is @fjord.example
            my mail is …berg@fjord.example
            my mail is b***@fjord.example
            my mail is b•••@fjord.example
            my mail is bo**berg@fjord.example
            my mail is bo..berg@fjord.example
            my mail is bo.@fjord.example
            my mail is bo,berg@fjord.example
            my mail is bo:berg@fjord.example
            my mail is bo;berg@fjord.example
            my mail is bo\\berg@fjord.example
            my mail is bo/berg@fjord.example
            my mail is bo(berg)@fjord.example
            my mail is bo[berg@fjord.example
            my mail is bo<berg@fjord.example
            my mail is bo>berg@fjord.example
            my mail is bo"berg@fjord.example
            my mail is bo&berg@fjord.example
            my mail is bo%20berg@fjord.example
            my mail is bo@www.fjord_boats.example
            my mail is bo@mail.fjord,example
            my mail is bo@mail.fjord+boats.example
            my mail is bo@mail.fjord*.example
            my mail is bo@mail.fj***.example
            my mail is bo@mail.fjord!example
            my mail is bo@mail.fjord%boats
            my mail is bo@mail.fjord@boats.example
            my mail is bo@@fjord.example
            my mail is bo@fjord.c0m
            my mail is bo@fjord.123
            my mail is bo@-fjord.example
            my mail is bo@fjord-.example
            my mail is bo@fjord..example
            my mail is bo@10.1.2.3
            my mail is bo@[10.1.2.3]
            git clone git@fjord.example:boats/site.git
            ssh root@fjord.example:22
            ftp://bo:secret@fjord.example/
            https://bo@fjord.example/
            postgres://bo:secret@db.fjord.example:5432/boats
            npm i @fjord/boats@latest.next
            pip install boats@git.fjord.example/x
            noreply@fjord.example
            no-reply@fjord.example told me so
            mailer-daemon@fjord.example
            my mail is bo dot berg at fjord dot
            my mail is bo dot dot at fjord com
            call me on +1 212 736 5...
            call me on +1 212 736 50…
            call me on 212-736-XXXX
            call me on 212-736-xxxx
            call me on 212-736-50xx
            call me on 212 736 50**
            call me on 212 736 5***
            call me on ***-736-5000
            call me on (***) 736-5000
            call me on xxx-736-5000
            call me on +1 (212) ### 5000
            call me on 212736____
            call me on 212 736 50??
            call me on 212 736 5
            """);

    /** Digits that are no phone number. */
    static final List<String> NUMBERS = lines("""
            my card is 4111 1111 1111 1111
            my card is 4111-1111-1111-1111
            4111111111111111
            5555 5555 5555 4444 exp 12/27
            3782 822463 10005
            card 378282246310005
            my iban is DE89 3704 0044 0532 0130 00
            DE89370400440532013000
            GB29 NWBK 6016 1331 9268 19
            order number 4432 887 221
            order no. 2127365000
            order #2127365000
            #2127365000
            Order: 212-736-5000
            my order is 2127365000
            invoice 2127365000
            ref: 2127365000
            reference 212 736 5000
            ticket 2127365000
            case id 2127365000
            tracking number 9400 1000 0000 0000 0000 00
            1Z999AA10123456784
            my account number is 2127365000
            customer id 2127365000
            Kundennummer 2127365000
            Bestellung 2127365000
            número de pedido 2127365000
            serial number 2127365000
            model 2127365000
            item 2127365000
            product code 2127365000
            policy 2127365000
            my passport is 212736500
            isbn 978-3-16-148410-0
            978-3-16-148410-0
            ean 4006381333931
            vat DE123456789
            DE123456789
            ssn 123-45-6789
            123-45-6789
            my server is 192.168.100.200
            192.168.100.200
            10.10.100.100:8080
            2001:0db8:85a3:0000:0000:8a2e:0370:7334
            00:1A:2B:3C:4D:5E
            on 2024-05-10 10:20:30
            from 10/05/2024 - 12/05/2024
            from 10.05.2024 to 12.05.2024
            10.05.2024-12.05.2024
            20240510
            20240510101530
            2024-05-10T10:20:30Z
            born 10 05 1984
            1984 - 2024
            unix time 1715333330
            at 52.520008, 13.404954
            52.5200066,13.4049540
            it costs $1,500,000,000
            $1500000000
            1.500.000.000 EUR
            1 500 000 000 EUR
            EUR 1500000000
            150000000 dollars
            € 150 000 000
            1,500,000,000
            about 1500000000 people
            version 10.15.7.1928
            550e8400-e29b-41d4-a716-446655440000
            https://fjord.example/items/2127365000
            https://fjord.example/?id=2127365000
            fjord.example/2127365000.html
            photo_2127365000.jpg
            IMG-20240510-102030
            zip 12345-6789
            12345-6789
            999999999
            0000000000
            1111111111
            my pin is 2127365000
            code 212736500
            otp 212736500
            2127365000%
            0.2127365000
            3.141592653589793
            1234567890123456789012
            I have 100 200 300 400 500 600 700
            2 x 4 x 6 x 8 10 12 14 16
            monday 10-12, tuesday 14-16, friday 9-11
            10:00-12:00 14:00-16:00
            """);

    private AdversarialMessages() {}

    static Stream<String> with(List<String> ways, List<String> values, String good) {
        return ways.stream()
                .flatMap(way -> values.stream()
                        .map(value ->
                                way.replace("\\n", "\n").replace("{v}", value).replace("{w}", good)));
    }

    private static List<String> lines(String block) {
        return block.replace("\n\\n", "\\n").lines().toList();
    }
}
