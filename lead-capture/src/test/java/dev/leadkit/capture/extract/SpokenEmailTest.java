package dev.leadkit.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that were spoken or disguised. */
class SpokenEmailTest {
    private final EmailExtractor extractor = new EmailExtractor();

    private Extraction<String> extract(String text) {
        return extractor.extract(Turn.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tove at fjord dot com | tove@fjord.com
        tove AT fjord DOT com | tove@fjord.com
        über meine email: tove AT fjord DOT com | tove@fjord.com
        my mail: tove dot lund at mail dot fjord dot co dot uk | tove.lund@mail.fjord.co.uk
        reach me at tove dash lund at gmail dot com | tove-lund@gmail.com
        tove plus boats at gmail dot com | tove+boats@gmail.com
        tove hyphen lund at gmail dot com | tove-lund@gmail.com
        mail: tove punkt lund at web punkt de | tove.lund@web.de
        correo: tove punto lund at gmail punto com | tove.lund@gmail.com
        tove point lund at gmail dot com | tove.lund@gmail.com
        my email is tove.lund at gmail.com | tove.lund@gmail.com
        my email is tove_7 at gmail . com | tove_7@gmail.com
        my email is tove.lund at gmail. com | tove.lund@gmail.com
        my email is tove@gmail. com | tove@gmail.com
        Tove (at) fjordboats (dotcom) | tove@fjordboats.com
        tove7 at fjord.com | tove7@fjord.com
        tove[at]fjord[dot]com | tove@fjord.com
        tove{at}fjord{dot}com | tove@fjord.com
        tove<at>fjord<dot>com | tove@fjord.com
        tove_at_fjord_dot_com | tove@fjord.com
        tove (at symbol) fjord (dot) com | tove@fjord.com
        write to tove at sign fjord dot com | tove@fjord.com
        tove-at-fjord.com | tove@fjord.com
        tove @ fjord . com | tove@fjord.com
        tove @ fjord.com | tove@fjord.com
        tove@fjord dot co dot uk | tove@fjord.co.uk
        tove@fjord punkt de | tove@fjord.de
        my email is tove at fjord dot com thanks | tove@fjord.com
        my email is tove at fjord dot com. Thanks | tove@fjord.com
        email me: tove at fjörd dot com | tove@fjörd.com
        toveATfjordDotCom | tove@fjord.com
        write to tove7ATfjordDOTcoDOTuk, thanks | tove7@fjord.co.uk
        für mich: tove.lundATfjordDOTcom. Danke | tove.lund@fjord.com
        toveDOTlundATfjordDOTcom | tove.lund@fjord.com
        ToveATFjordDotCom | tove@fjord.com
        für mich: toveATfjord.com. | tove@fjord.com
        my email is tove period lund at fjord dot com | tove.lund@fjord.com
        my email is tove full stop lund at fjord dot com | tove.lund@fjord.com
        my email is tove at fjord dot co period uk | tove@fjord.co.uk
        my email is tove at fjord dot co, dot uk | tove@fjord.co.uk
        my email is tove at fjord dot co dot u k | tove@fjord.co.uk
        my email is tove at fjord dot co dash op dot uk | tove@fjord.co-op.uk
        my email is tove one two three at gmail dot com | tove123@gmail.com
        my email is tove double nine at gmail dot com | tove99@gmail.com
        my email is tove double o seven at gmail dot com | tove007@gmail.com
        my email is tove at one two six dot com | tove@126.com
        my email is tove uh at fjord dot com | tove@fjord.com
        """)
    void an_address_in_words(String text, String expected) {
        assertThat(extract(text).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, "spoken-address"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tove punto lund arroba fjord punto com | tove.lund@fjord.com
        mi correo es tove guión bajo lund arroba fjord punto com punto mx | tove_lund@fjord.com.mx
        tove barra baja lund treinta y siete arroba fjord punto es gracias | tove_lund37@fjord.es
        tove guion lund siete siete arroba fjord.es | tove-lund77@fjord.es
        o meu email é tove ponto lund arroba fjord ponto com ponto br | tove.lund@fjord.com.br
        tove point lund arobase fjord point fr | tove.lund@fjord.fr
        tove tiret lund arobase fjord tiret voile point fr | tove-lund@fjord-voile.fr
        tove tiret du bas lund arobase fjord point fr | tove_lund@fjord.fr
        amministrazione chiocciola fjordlegno punto it | amministrazione@fjordlegno.it
        tove trattino basso lund chiocciola fjord punto it | tove_lund@fjord.it
        tove punkt lund ät fjord punkt de | tove.lund@fjord.de
        la mia mail è lund chiocciola fjord punto it | lund@fjord.it
        meine mail ist tove ät fjord minus boote punkt de | tove@fjord-boote.de
        tove sieben zwo ät fjord punkt de | tove72@fjord.de
        otto ät fjord punkt de | otto@fjord.de
        meine adresse ist otto ät gmx punkt de | otto@gmx.de
        tove punkt lund aet fjord punkt de | tove.lund@fjord.de
        tove unterstrich lund klammeraffe fjord bindestrich boote punkt de | tove_lund@fjord-boote.de
        tove kropka lund małpa fjord kropka pl | tove.lund@fjord.pl
        tove kropka lund malpa fjord kropka pl | tove.lund@fjord.pl
        tove punt lund apenstaartje fjord punt nl | tove.lund@fjord.nl
        tove punkt lund snabel-a fjord punkt se | tove.lund@fjord.se
        tove punktum lund snabel-a fjord punktum dk | tove.lund@fjord.dk
        email t lund at fjord dot com | tlund@fjord.com
        email j r lund at fjord dot com | jrlund@fjord.com
        it's just t lund at fjord dot com | tlund@fjord.com
        email me, I'm a lund at fjord dot com | lund@fjord.com
        tove y lund arroba fjord punto com | lund@fjord.com
        tove tiret anne point van den bergh arobase fjord point be | tove-anne.vandenbergh@fjord.be
        tove point de la lund arobase fjord point fr | tove.delalund@fjord.fr
        """)
    void an_address_in_the_words_of_its_language(String text, String expected) {
        assertThat(extract(text).found())
                .extracting(Candidate::value, Candidate::because)
                .containsExactly(tuple(expected, "spoken-address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "la arroba de naranjas está a doce",
                "la arroba punto com",
                "tove arroba fjord",
                "tove arroba fjord, punto com",
                "una chiocciola punto e basta",
                "tovearroba fjord punto com",
                "ät hos fjord punkt se",
                "email Tove at vantage point in Leeds",
                "a size m shirt at fjord dot com"
            })
    void a_word_for_the_sign_that_is_none_of_an_address(String text) {
        assertThat(extract(text).found()).isEmpty();
    }

    @Test
    void every_address_in_the_words_of_its_language() {
        assertThat(extract("tove punto lund arroba fjord punto com, y en el trabajo bo arroba mar punto es")
                        .found())
                .extracting(Candidate::value)
                .containsExactly("tove.lund@fjord.com", "bo@mar.es");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        What is your e-mail? | it's tove at fjord dot com
        ¿Cuál es su correo? | claro, tove at fjord dot com sí
        """)
    void an_address_in_words_that_was_asked_for(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(Candidate::value)
                .containsExactly("tove@fjord.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tove lund at fjord dot com",
                "I live at fjord dot com",
                "I bought it at fjord.com",
                "look at fjord.com",
                "me at gmail.com",
                "my email is tove at fjord",
                "my email is tove at fjord.",
                "my email is tove at fjord. Com what may",
                "my email is tove at fjord dot",
                "my email is tove at fjord, dot com",
                "my email is tove, at fjord dot com",
                "my email is tove at fjord dot boat",
                "is @fjord dot com",
                "tove@ fjord.com",
                "tove @fjord.com",
                "@ fjord.com",
                "tove@",
                "toveATfjord",
                "toveATfjordDOTboat",
                "CREATe.com",
                "toveATfjordDOTcom@x",
                "whATever DOTcom",
                "ATfjordDOTcom",
                "TOVEATFJORDDOTCOM"
            })
    void an_at_that_is_none_of_an_address(String text) {
        assertThat(extract(text).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my email is tove lund all one word at fjord dot com",
                "my email is tovelund all lowercase at fjord dot com",
                "my email is first name dot last name at fjord dot com",
                "my email is T as in Tango, O, V, E at fjord dot com",
                "my email is tove number 2 at fjord dot com",
                "my email is tove capital L und at fjord dot com",
                "my email is t. lund at fjord dot com"
            })
    void a_remark_within_it_is_no_part_of_it(String text) {
        assertThat(extract(text).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         | my email is tove lund at gmail dot com
         | my e-mail address is still tove lund at fjord dot com
         | email: anne tove lund at gmail dot com
         | email anne tove lund at gmail dot com
         | you can write to me at tove lund at gmail dot com
         | my email is tove l at gmail dot com
         | my email's tove lund at gmail dot com
         | my email is tove, lund at gmail dot com
         | my email is i lund at fjord dot com
         | my email is twenty one boats at gmail dot com
         | it's happy tove at gmail dot com
         | my email is born to sail at gmail dot com
         | my email is salt and pepper at gmail dot com
         | my email is love me tender at gmail dot com
         | my personal one is queen of hearts at gmail dot com
         | my email is tove at fjord, sorry, tove lund at gmail dot com
         | tove lund at gmail dot com
         | send the quote to anne tove at gmail dot com
         | that's l as in lund at gmail dot com
         | my email is o v e l as in lund at gmail dot com
         | b for bravo o for oscar b for bravo at gmail dot com
         | bravo oscar bravo at gmail dot com
         | a wie anton b wie berta arroba gmail punto com
         | mi correo es tove lund arroba gmail punto com
         | o meu email é tove lund arroba gmail ponto com
         | meine mail ist tove lund ät gmx punkt de
         | tove otto ät gmx punkt de
         | mail i lund at fjord dot com
         | my email is tove lund@fjord dot com
        What is your email address? | tove lund at gmail dot com
        What is your email address? | sure, tove lund at fjord dot com
        What is your email address? | salt and pepper at gmail dot com
        Et votre email ? | tove lund arobase fjord point fr
        Is hamza7@mail.com right? | Tove one two three Lund at Gmail dot com
        """)
    void one_before_which_more_may_have_been_said_is_cut(String asked, String text) {
        Extraction<String> read = extractor.extract(new Turn(text, asked, null));

        assertThat(read.found()).isEmpty();
        assertThat(read.rejected()).extracting(Rejected::code).contains("cut");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         | my email is now tove at gmail dot com
         | my email would be tove at gmail dot com
         | my email's tove at gmail dot com
         | my email will be tove at gmail dot com
         | I'd say tove at gmail dot com
         | Tove Lund tove at gmail dot com
         | my name is Lund, tove at gmail dot com
         | you can write to me at tove at gmail dot com
         | you can send everything to tove at gmail dot com
         | please send the quote to tove at gmail dot com
         | email the quote to tove at gmail dot com
         | please send me an email at tove at gmail dot com
         | contact tove at gmail dot com
         | please use tove at gmail dot com
         | my personal one is tove at gmail dot com
         | my gmail is tove at gmail dot com
         | work is tove at gmail dot com
         | I got a new address this time tove at gmail dot com
         | my email is bo at gmail no sorry tove at gmail dot com
         | I'm Tove Lund and my email is tove at gmail dot com
         | hi this is tove lund calling about my order my email is tove at gmail dot com
         | mi correo electrónico es tove arroba gmail punto com
         | escríbeme a tove arroba gmail punto com
         | mon mail c'est tove arobase gmail point com
         | min mail är tove snabel-a gmail punkt com
        What is your email address? | tove at gmail dot com
        What is your email address? | of course tove at gmail dot com
        What is your email address? | yeah it's tove at gmail dot com
        What is your email address? | the best one would be tove at gmail dot com
        What is your email address? | you can reach me on tove at gmail dot com
        What is your email address? | Please send me an email at tove at gmail dot com
        """)
    void what_leads_up_to_one_is_no_part_of_it(String asked, String text) {
        assertThat(extractor.extract(new Turn(text, asked, null)).found())
                .extracting(Candidate::value)
                .containsExactly("tove@gmail.com");
    }

    @Test
    void somebody_elses_in_words_is_rejected() {
        assertThat(extract("my wife's email is bo at fjord dot com").rejected())
                .extracting(Rejected::code)
                .containsExactly("third-party");
    }

    @Test
    void never_cuts_an_address_of_more_parts_than_are_read() {
        assertThat(extract("email tove dot a dot b dot c dot d dot e at fjord dot com")
                        .found())
                .extracting(Candidate::value)
                .containsExactly("tove.a.b.c.d.e@fjord.com");
        assertThat(extract("email tove dot a dot b dot c dot d dot e dot f at fjord dot com")
                        .found())
                .isEmpty();
    }
}
