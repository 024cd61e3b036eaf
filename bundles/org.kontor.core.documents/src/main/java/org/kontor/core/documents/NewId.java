package org.kontor.core.documents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Ids made from what people call a thing: readable in REST and in files, unique, of plain letters and digits.
final class NewId {
    private static final int LONGEST = 30;
    private static final Map<Character, String> CYRILLIC = cyrillic();

    private NewId() {}

    /// An id with small letters and hyphens, as in `second-sale`.
    static String hyphened(String name, Predicate<String> taken) {
        String plain = String.join("-", words(name));
        return free(plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? ("x-" + plain).replaceAll("-$", "") : plain, "-", taken);
    }

    /// An id in camel case, as in `deliveryDay`.
    static String camelCase(String name, Predicate<String> taken) {
        String[] words = words(name);
        StringBuilder id = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            id.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        String plain = id.toString();
        return free(plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "field" + plain : plain, "", taken);
    }

    private static String[] words(String name) {
        String latin = name.toLowerCase(Locale.ROOT).chars().mapToObj(letter -> CYRILLIC.getOrDefault((char) letter, String.valueOf((char) letter))).collect(Collectors.joining());
        String plain = Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", " ").strip();
        String some = plain.length() > LONGEST ? plain.substring(0, LONGEST).strip() : plain;
        return some.split(" ");
    }

    private static String free(String wanted, String between, Predicate<String> taken) {
        String id = wanted;
        for (int number = 2; taken.test(id); number++) {
            id = wanted + between + number;
        }
        return id;
    }

    /// ISO 9 without marks, as in passports.
    private static Map<Character, String> cyrillic() {
        String letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
        String[] latin = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia".split(" ", -1);
        Set<Integer> places = java.util.stream.IntStream.range(0, letters.length()).boxed().collect(Collectors.toSet());
        return places.stream().collect(Collectors.toMap(letters::charAt, place -> latin[place]));
    }
}
