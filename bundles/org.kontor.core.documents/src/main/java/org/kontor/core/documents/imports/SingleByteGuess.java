package org.kontor.core.documents.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tells the usual encodings of one byte a character apart by what the upper half of their bytes would mean.
final class SingleByteGuess {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset CENTRAL = Charset.forName("windows-1250");
    /// Encodings of scripts whose words are made of upper bytes alone.
    private static final List<Charset> OTHER_SCRIPTS = List.of(
            Charset.forName("windows-1251"), Charset.forName("KOI8-R"), Charset.forName("IBM866"), Charset.forName("windows-1253"));
    private static final String FREQUENT = "оеаинтсрвлкαοιετσνηυρπκ";
    /// Polish, Czech and Hungarian letters at places where windows-1252 has signs.
    private static final String CENTRAL_LETTERS = "ąłŁżśźŚŹŻęćńřšžČčěůőű";

    private SingleByteGuess() {}

    static Charset of(byte[] head) {
        if (inWords(head) < 0.5) {
            return central(head) ? CENTRAL : WESTERN;
        }
        Charset best = OTHER_SCRIPTS.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Charset each : OTHER_SCRIPTS) {
            double score = score(new String(head, each));
            if (score > most) {
                most = score;
                best = each;
            }
        }
        return best;
    }

    /// The share of upper bytes that stand beside two others: large for Cyrillic and Greek, small for accents.
    private static double inWords(byte[] head) {
        int upper = 0;
        int inWords = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] < 0) {
                upper++;
                boolean before = i > 0 && head[i - 1] < 0;
                boolean after = i + 1 < head.length && head[i + 1] < 0;
                boolean inside = before && after || before && i > 1 && head[i - 2] < 0 || after && i + 2 < head.length && head[i + 2] < 0;
                inWords += inside ? 1 : 0;
            }
        }
        return upper == 0 ? 0 : (double) inWords / upper;
    }

    /// Points for small letters, more for frequent ones; minus for signs, other scripts and capitals inside words.
    private static double score(String text) {
        double score = 0;
        char before = ' ';
        for (char c : text.toCharArray()) {
            if (c >= 0x80) {
                score += !Character.isLetter(c) ? -2 : Character.isUpperCase(c) && Character.isLowerCase(before) ? -3 : FREQUENT.indexOf(c) >= 0 ? 2 : 0.5;
            }
            before = c;
        }
        return score;
    }

    private static boolean central(byte[] head) {
        String western = new String(head, WESTERN);
        String central = new String(head, CENTRAL);
        int signs = 0;
        int letters = 0;
        for (int i = 0; i < Math.min(western.length(), central.length()); i++) {
            char w = western.charAt(i);
            boolean besideLetter = i > 0 && Character.isLetter(central.charAt(i - 1)) || i + 1 < central.length() && Character.isLetter(central.charAt(i + 1));
            if (w >= 0x80 && besideLetter) {
                signs += CENTRAL_LETTERS.indexOf(central.charAt(i)) >= 0 && !Character.isLetter(w) ? 1 : 0;
                letters += Character.isLetter(w) && StandardCharsets.ISO_8859_1.newEncoder().canEncode(w) && CENTRAL_LETTERS.indexOf(central.charAt(i)) < 0 ? 1 : 0;
            }
        }
        return signs > 0 && signs * 4 >= letters;
    }
}
