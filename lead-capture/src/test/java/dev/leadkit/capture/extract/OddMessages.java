package dev.leadkit.capture.extract;

import java.util.List;

/**
 * More of {@link AdversarialMessages}, written in one go in the manner of many people (family, firms, landlords, lawyers,
 * teenagers), half of them kept aside until the rules stood.
 */
public final class OddMessages {
    /** Somebody else's, dead, or only spoken of. */
    public static final List<String> OTHERS = """
            these people at {v} won't leave us in peace
            {v} has been pestering me about a warranty
            somebody pretending to be from your bank wrote to me from {v}
            I keep hanging up on {v}
            there's a phishing mail going round, sender {v}
            granny picks up on {v} most mornings
            Uncle Ray goes by {v} these days
            My mum is the one who decides. Call {v}
            in an emergency ring grandpa, {v}
            mother-in-law: {v}
            purchasing is run by Mr Olsen, {v}
            all invoices are handled by the bookkeeper ({v})
            if the gate is shut buzz the caretaker on {v}
            The director would like a word, his PA is at {v}
            the account was opened by a former employee, {v}
            the estate agent showing the flat is on {v}
            the sitting tenant answers to {v}
            the removal firm wants you to confirm with {v}
            I've been on hold with {v} for an hour
            your newsletter is sent by {v}, how do I stop it
            the number at the bottom of your invoice is {v}
            your driver rang from {v} but hung up
            Google shows {v} for your shop
            I was put through to {v}
            {v} bounces since Tuesday
            scratch {v}, typo
            anything you send to {v} is lost
            I lost the sim for {v}
            mail to {v} comes back undeliverable
            nobody reads {v} now
            we shut {v} down
            someone changed my login to {v}
            two-factor codes go to {v}, a phone I sold
            autofill keeps putting {v} in
            I don't recognise {v} on my account
            the parcel label had {v} printed on it
            any idea who owns {v}?
            who do I get if I dial {v}?
            is {v} the right place for complaints?
            should I try {v}?
            how come {v} never picks up?
            can someone tell me whether {v} is genuine?
            he wrote "you can reach me on {v}"
            the letter asked me to ring {v}
            a man claimed his address was {v}
            my neighbour swears {v} is yours
            my bf's cell is {v} lol
            ex keeps blowin up my fone from {v}
            lmk if {v} is legit
            {v} thats my roomie not me
            pls ban {v}
            Kindly direct all further correspondence to our solicitor at {v}
            The undersigned's predecessor was reachable under {v}
            Mr. Haddad, the executor, may be contacted via {v}
            You are requested to cease writing to {v}
            it wants something like {v} in that box
            a made-up one such as {v}
            e.g. {v}
            let's say it was {v}
            the nurse's extension is {v}
            the coach handles sign-ups at {v}
            The venue contact is Lena on {v}
            my carer Joan answers {v}
            the choir's treasurer: {v}
            Speak to my wife. Her address: {v}
            I've a colleague who'd love this. {v}
            A woman from your firm texted. She used {v}
            Who rang me this morning? {v}
            I got a strange letter. At the bottom it has {v}
            {v} (that would be Steve)
            {v}. That's my sister
            {v}, he will know
            {v} - belongs to a friend
            {v} rang twice this morning
            {v}: is it you?
            every night at eleven the phone rings and the display says {v}
            I want whoever is behind {v} reported
            the texts come from {v}, can you do something about it
            got six missed calls off {v} today
            is {v} a scam or really one of yours?
            my stepdaughter's tablet is registered to {v}
            the kids reach their dad through {v}
            My husband deals with the money side. Text {v}
            the twins' school has {v}
            our au pair answers {v}
            Karen from payroll sits at {v}
            our head office can be had on {v}
            our IT chap, {v}, set up the account
            the intern set everything up under {v}
            Ms Tanaka will sign it. {v} gets to her
            the plumber left his card, it says {v}
            a surveyor will let you in, her mobile {v}
            the builders use {v} for deliveries
            Ask reception at the site ({v}) for the key
            the sign on the fence has {v} on it
            the reply came from {v}, not from you
            I emailed {v} twice and heard nothing
            that chatbot told me {v} was support
            do you still use {v}?
            according to the leaflet you're at {v}
            {v} went dead when we moved
            {v} has not existed for years
            I cancelled {v} last month
            {v} got hijacked
            {v} was from before the divorce
            I can't get into {v} any longer
            {v} - retired that one ages ago
            an unknown device signed in as {v}
            my profile displays {v}, and I've never seen it before
            why does my receipt say {v}
            the recovery address was set to {v} by a hacker
            it texted the code to {v} which isn't a phone of ours
            your system merged me with {v}
            do you know {v}?
            which department is {v}?
            could {v} be your Leeds branch?
            would I be better off writing to {v}?
            what happens if I write to {v}?
            the voicemail said call me back at {v}
            she goes "my number is {v}" and hangs up
            they want me to pay through {v}
            the text read: contact us at {v} to claim your prize
            a lady at the desk scribbled down {v}
            yo hmu bro at {v} he got the goods
            idk who dis is {v}
            ur mate gave me {v} lol
            dats my sis: {v}
            nah {v} is my moms
            We were formerly represented by counsel at {v}
            Reference is made to the communication sent by {v}
            Please be advised that {v} is no longer monitored
            The claimant's representative ({v}) has been informed
            for example {v}
            the placeholder says {v}
            is the format {v} ok?
            I typed {v} just to test your form
            the demo data has {v} in every row
            Dr Patel's surgery rang me, {v}
            our vicar (that's {v}) will confirm
            pickup is by grandad, he's on {v}
            Talk to Marcus. {v}
            It's my brother's account. The address on it is {v}
            Some bloke phoned me. It was {v}
            Please ring the landlord first. He is at {v}
            Here is what the scammer used: {v}
            {v} and say Pat sent you
            {v}. No idea who that is
            {v} is where my accountant reads mail
            {v}. Is this one of your people?
            {v} texted me a link
            {v} which a guy on the phone gave me
            whenever I pick up it's {v} again
            the caller ID reads {v}
            hold on, my flatmate says try {v}
            can you tell the person at {v} to stop
            I'd like to complain about {v}
            is this guy {v} working for you
            {v} popped up on my bank statement
            our secretary retired, her replacement is {v}
            you'll want to speak with procurement, {v}
            Legal can be found on {v}
            send the contract to legal at {v}
            copy in finance at {v}
            Priya's the buyer - {v}
            the decision sits with our CFO. {v}
            please take this up with my broker {v}
            he'll be on {v} after lunch
            she prefers {v}
            they answer at {v} until six
            the hotel's number: {v}
            the clinic gave us {v} for questions
            my wife suggested {v}
            I came across {v} in an old mail
            it says here I should phone {v}
            I was hoping to get through to {v}
            who is on the other end of {v}
            why did I get a text from {v}
            tell me if {v} belongs to your firm
            did someone from your side use {v}
            have you ever heard of {v}
            I think {v} is spoofed
            watch out for {v}
            beware of {v}, they're crooks
            here is the number that rang me: {v}
            this is the address the fake invoice came from: {v}
            the sender was {v}
            return address {v} looks odd
            my inbox is full of junk from {v}
            got charged by {v}
            I replied to {v} by accident
            I wired money to someone at {v}
            he made me write to {v}
            I dialled wrong and got {v}
            the wrong number I rang was {v}
            the previous tenant still gets post under {v}
            my late father was with you under {v}
            mum used to be on {v}
            my ex has access through {v}
            my son set up the profile with {v}
            the kids' tablet logs in as {v}
            Grandma can't do computers, so her carer uses {v}
            my account was moved to {v} without asking
            the login shows {v} instead of me
            your records show {v}
            you've got {v} down for me, wrong
            {v} is what you have but it's stale
            change {v} please, no longer ours
            {v} - dead
            {v} (old)
            {v} (no longer used)
            old: {v}
            wrong one: {v}
            was {v}, now nothing
            we gave up {v} in May
            I let {v} lapse
            {v} stopped working
            {v} only gives a busy tone
            {v} goes straight to voicemail
            mails to {v} vanish
            nothing arrives at {v}
            I never see what goes to {v}
            don't bother with {v}
            no point ringing {v}
            leave {v} out of it
            keep {v} off your lists
            {v} must not be used
            please treat {v} as confidential, it's not public
            not {v} please
            definitely not {v}
            never {v}
            I'd rather not use {v}
            I don't want anything sent to {v}
            hypothetically {v}
            suppose I type {v}
            if I enter {v} your form crashes
            testing 123 {v} ignore
            your form rejected {v}
            the sample shows {v}
            in the screenshot you see {v}
            lol who tf is {v}
            my gf can be texted on {v}
            bruh {v} blocked me
            that's {v} calling again
            tell bob i said hi {v} is his cell
            u should hit up my cuz {v}
            The landlord, Mr Ahmed, prefers calls on {v}
            Our mutual friend Pete is at {v}
            Please liaise with the undersigned's assistant, {v}
            For access contact security on {v}
            For the keys ring the agency, {v}
            Deliveries: ask for Tom on {v}
            {v} Tom will let you in
            {v} is Tom
            {v} - that's our agent
            {v}, my colleague's direct line
            {v} = my boss
            {v} (my mum)
            {v} for my mum
            {v} under the name of my cousin
            {v} from the flyer
            {v} was on the flyer
            {v} hung up on me
            {v} won't stop ringing
            {v} wants money from me
            {v} says I owe a fee
            {v} claims to be you
            {v} sent me this
            the rival shop ({v}) asked half of that
            your competitor ({v}) does it for less
            do I type it like {v} or without the dots
            in chapter two of your guide there is {v}
            what's the difference between your main line and {v}
            is there anyone to write to other than {v}
            {v} costs a fortune per minute
            That {v} number. Who is it?
            I moved out in June so {v} wont find me
            "You have won! Answer to {v} today" keeps coming, stop it
            spam again: "your parcel waits, pay at {v} now"
            {v} but the mailbox got closed
            the dentist, {v}, reckons you owe me
            invite Sara, {v}
            letters to {v} come back
            can you tell me whose this is {v}
            """.lines().toList();

    /** The visitor's own. */
    public static final List<String> OWN = """
            you'll find me under {w}
            if the line drops, {w}
            put me down with {w}
            the confirmation can go to {w}
            send the quote to {w} by Friday
            quickest is {w}
            here is the address for the quote: {w}
            same as before, {w}
            I'm on {w} all day
            yes please, {w}
            Tove Lund {w}
            name Tove Lund phone or mail {w}
            contact {w}
            I am looking for a boat for my son, my contact is {w}
            my husband and I would like a demo, reach us at {w}
            my phone is broken, write to {w}
            my new one is {w}
            correction: {w}
            typo, it should be {w}
            you can text {w}
            just send everything to {w}
            call or text {w}
            please reply to {w} asap
            can somebody ring me? {w}
            have your sales rep call me at {w}
            tell your team to write to me at {w}
            it'd be great if you mailed me at {w}
            is it ok if you call me on {w}?
            let me know by text, {w}
            we can be found at {w}
            get in touch: {w}
            give me a call at {w}
            give us a shout on {w}
            hit me up at {w}
            for the booking: {w}
            my direct line is {w}
            the best number is {w}
            the number is {w}
            email is {w}
            t. {w}
            {w} Tove
            {w} and my name is Tove
            {w}. Thanks!
            {w} is fine
            {w} (cell)
            {w} please
            I need a quote for 3 windows. {w}
            Do you deliver to Leeds? My contact is {w}
            I'm registered as {w}
            my account is under {w}
            the account is mine, {w}
            yes {w} still works
            it's still {w}
            sure thing - {w}
            no worries, {w}
            I'm not on Whatsapp, text {w}
            I can't talk now, write to {w}
            sorry I missed your call, I'm at {w}
            I missed a call from you, call me back on {w}
            you asked for my mail: {w}
            here's what you asked for: {w}
            {w} gets me fastest
            ping me: {w}
            {w} is where I read mail
            use {w} for the invoice
            {w} works best for me after 5
            I check {w} every day
            invoices to {w} please
            add {w} to the list
            sign me up, {w}
            my details: Tove Lund, {w}
            Tove Lund, 12 Elm Street, {w}
            contact - {w} - mornings are best
            we're two adults and a child, {w}
            my daughter wants lessons, please call me on {w}
            our office is closed, so use {w}
            I lost my old phone so now it's {w}
            new number: {w}
            oops, I meant {w}
            I moved, so it's {w} now
            you can send it to {w}
            call anytime {w}
            call/text: {w}
            could someone call me back on {w}
            I want someone to call me at {w}
            ask your manager to call me: {w}
            I'd rather you wrote to me at {w}
            would you mind calling me on {w}?
            please let me know at {w}
            I can be contacted under {w}
            get back to me at {w}
            get in touch with me at {w}
            give me a ring, {w}
            drop me a message at {w}
            for updates: {w}
            my work address is {w}
            my personal mail: {w}
            the best way to get hold of me is {w}
            the address is {w}
            e: {w}
            phone {w} name Tove
            {w} thank you
            {w}, looking forward to it
            {w} call after 6 please
            {w} is my cell
            {w} (mine)
            hi there, I'd like to book a table for two, {w}
            Can you help? {w}
            I have an account with you under {w}
            I ordered with {w}
            I signed up yesterday with {w} and can't log in
            I still use {w}
            yes, that's right, {w}
            that would be {w}
            ok so {w}
            not a problem: {w}
            I don't have email, only {w}
            don't call before 9, {w}
            you called me earlier, please try {w} next time
            your colleague asked for my number, it's {w}
            as requested: {w}
            I'll be waiting at {w}
            Hi, I'm Tove and I run a small bakery, we need a website. {w}
            My son needs a tutor for maths. {w}
            looking for a 2 bed flat near the centre {w}
            I want to book a table for four on Friday {w}
            need a quote asap {w}
            can I get a quote? {w}
            how much is it? my mail: {w}
            we have 20 employees and need payroll software, {w}
            the boiler is leaking, please call {w}
            my car won't start, ring {w}
            our team would like a demo next week, {w}
            My manager asked me to get a quote, send it to {w}
            my boss wants a proposal by Friday. My email is {w}
            I spoke to your colleague yesterday, my number is {w}
            I called yesterday and nobody answered, please call me on {w}
            I tried the form but it failed. My mail is {w}
            I got your mail but can't open it, please resend to {w}
            I received the wrong item, contact me at {w}
            my order never came. {w}
            my old email doesn't work anymore, new one {w}
            change my email to {w}
            update my phone number to {w}
            please update my address to {w}
            please use {w} from now on
            from now on use {w}
            put {w} on my account
            you already have it: {w}
            you have it on file, {w}
            my details are the same, {w}
            it's for my mum but call me on {w}
            for the invoice use {w}
            invoice to: {w}
            bill to {w}
            Regards, Tove Lund {w}
            Best, Tove\\n{w}
            Thanks\\nTove Lund\\nLund Boats Ltd\\n{w}
            Tove Lund | Lund Boats | {w}
            Name: Tove Lund\\nEmail or phone: {w}\\nMessage: please call
            Name: Tove\\n{w}
            yes of course {w}
            yep {w} is right
            correct, {w}
            right, {w}
            k {w}
            its {w}
            thats {w}
            my no is {w}
            my # {w}
            no: {w}
            contact no. {w}
            tel. {w}
            tel {w}
            mob {w}
            cell {w}
            whatsapp {w}
            my whatsapp is {w}
            whatsapp me on {w}
            dm me or mail {w}
            text me {w}
            call me {w}
            mail me {w}
            txt me on {w}
            hmu {w}
            holla at me {w}
            reach me here {w}
            reach out to me at {w}
            you can always find me at {w}
            you may contact me via {w}
            please contact us on {w}
            we're reachable under {w}
            our number is {w}
            our office line is {w}
            I can give you my number, it's {w}
            let me give you my mail: {w}
            the easiest is probably {w}
            best would be {w}
            best contact is {w}
            preferred contact: {w}
            daytime number {w}
            work: {w}
            home {w}
            office {w}
            I live at 12 Elm Street and my number is {w}
            12 Elm Street, Leeds, {w}
            tomorrow at 5 works, {w}
            any time after 6 pm {w}
            after 6 pm on {w}
            in the evening you can reach me on {w}
            if you have questions, {w}
            if anything changes call {w}
            if that's ok, call {w}
            should you need more, write to {w}
            when it is ready text {w}
            once done email {w}
            send me the brochure: {w}
            send me a link at {w}
            email the offer to {w}
            mail me the offer, {w}
            could you email it to {w}?
            can I have it sent to {w}?
            I'd like the report sent to {w}
            I would like to receive the newsletter at {w}
            please sign me up with {w}
            subscribe {w}
            register {w}
            I want to register with {w}
            I logged in with {w}
            I log in with {w}
            my login is {w}
            my username is {w}
            I booked under {w}
            the reservation is under {w}
            I paid with {w}
            Please offer two pallets. Answer to {w}, my colleague Bo is on leave
            would you be so kind as to post the brochure to {w}
            I wrote twice and got nothing, you can answer here: {w}
            I'd rather you texted than called, it's noisy here. {w}
            I'm asking for my father who is 80. Please answer me, not him: {w}
            the offer goes to {w}
            offers per crate to {w} please
            they kept my old one, new one {w}
            Our switchboard is {w}
            {w} - that's me, the landlady
            {w} thats me
            I gave my sister's by mistake. The right one is {w}
            Don't ring the house, my son sleeps and he wakes up. Write to {w}
            my partner and I share it but it's me who orders, {w}
            my manager wants a price, send it to {w} and I'll show her
            Please return my call, {w}, the oven is dead
            our grocer closed, so I'm looking for another. Price list to {w}
            call me before he comes, {w}
            I'm out till six so my son may pick up, safer to write {w}
            Whoever is on duty: the cellar is wet, {w}
            moved house so it's no longer the old one, it's {w} now
            your shop has the wrong one. should be {w}
            I'd prefer texts over calls, {w}
            you can reach me or, if I'm out, leave a message: {w}
            your colleague asked for it so here goes {w}
            this is the one to use: {w}. The other belongs to my ex.
            if the ring turns up {w}
            My daughter dropped it and the glass is gone, how much is a new one? {w}
            our landlord does nothing about it, do you come out? {w}
            """.lines().toList();

    private OddMessages() {}
}
