package org.kontor.core.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {

    @ParameterizedTest
    @CsvSource({
        "windows-1251, 'Имя;Компания;Телефон\nИван Петров;ООО Ромашка;8 912 345-67-89\nЕлена Смирнова;Северный ветер;+7 495 123-45-67'",
        "KOI8-R, 'Имя;Компания;Телефон\nИван Петров;ООО Ромашка;8 912 345-67-89\nЕлена Смирнова;Северный ветер;+7 495 123-45-67'",
        "IBM866, 'Имя;Компания;Телефон\nИван Петров;ООО Ромашка;8 912 345-67-89\nЕлена Смирнова;Северный ветер;+7 495 123-45-67'",
        "windows-1253, 'Όνομα;Εταιρεία\nΓιώργος Παπαδόπουλος;Ελληνικά Τρόφιμα\nΜαρία Νικολάου;Αθηναϊκή Εταιρεία'",
        "windows-1250, 'Imię;Firma\nŁukasz Wiśniewski;Żółta Łódź\nGrażyna Kowalczyk;Piekarnia Świt'",
        "windows-1252, 'Name;Firma\nJürgen Größer;Möbelhaus Süd\nNiccolò Bèrgamo;Caffè Città'",
        "UTF-8, 'Name;Firma\nJürgen Größer;Möbelhaus\n山田太郎;株式会社'",
        "UTF-16LE, 'Name;Firma\nAnna;Beta\nJohn;Gamma'",
        "UTF-16BE, 'Name;Firma\nAnna;Beta\nJohn;Gamma'"
    })
    void guessesTheCharset(String charset, String text) {
        assertThat(CharsetGuess.of(text.getBytes(Charset.forName(charset)))).contains(Charset.forName(charset));
    }

    @Test
    void forgivesASingleBrokenCharacterInUtf8() {
        byte[] text = ("Größe;Straße;Möbel\n".repeat(20) + "x?").getBytes(StandardCharsets.UTF_8);
        text[text.length - 1] = (byte) 0xE4;

        assertThat(CharsetGuess.of(text)).contains(StandardCharsets.UTF_8);
    }

    @Test
    void takesACutCharacterAtTheEndForUtf8() {
        byte[] text = "Name;Имя".getBytes(StandardCharsets.UTF_8);

        assertThat(CharsetGuess.of(java.util.Arrays.copyOf(text, text.length - 1))).contains(StandardCharsets.UTF_8);
    }

    @Test
    void seesThatAPictureIsNoText() {
        byte[] picture = new byte[5_000];
        new java.util.Random(1).nextBytes(picture);
        java.util.Arrays.fill(picture, 100, 500, (byte) 0);

        assertThat(CharsetGuess.of(picture)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
        ",! 'a,b,c\n1,\"2;3\",4\n5,6,7'",
        ";! 'a;b;c\n1;2,5;4\n5;6,5;7'",
        "|! 'a|b|c\n1|2,5|4\n5|6,5|7'",
        ",! 'mail\na@example.org\nb@example.org'"
    })
    void guessesTheDelimiter(char delimiter, String text) {
        assertThat(DelimiterGuess.of(text)).isEqualTo(delimiter);
    }

    @Test
    void guessesTabs() {
        assertThat(DelimiterGuess.of("a\tb\n1,5\t2,5\n")).isEqualTo('\t');
    }

    @Test
    void guardsFormulasAndTakesTheGuardAway() {
        assertThat(SafeCell.given("=HYPERLINK(1)")).isEqualTo("'=HYPERLINK(1)");
        assertThat(SafeCell.given("+39 06 1234")).isEqualTo("+39 06 1234");
        assertThat(SafeCell.taken("'=HYPERLINK(1)")).isEqualTo("=HYPERLINK(1)");
        assertThat(SafeCell.taken("'t Hooft")).isEqualTo("'t Hooft");
    }
}
