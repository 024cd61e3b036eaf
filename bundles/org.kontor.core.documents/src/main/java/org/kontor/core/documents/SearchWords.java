package org.kontor.core.documents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.PostalAddress;

/// Texts as the words they are found by: small letters and digits without diacritics; of phone numbers the digits, with the country's prefix and without; of mail addresses their parts, and the whole
/// as one word, since a part alone says little.
final class SearchWords {
    static final int LONGEST = 40;
    private static final int MOST = 200;
    /// All words of a document, a space before each.
    static final int LONGEST_OF_ALL = MOST * (LONGEST + 1);
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_TERMS = 8;
    private static final int PHONE_DIGITS = 7;
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern PHONE = Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\+\\s?)?\\(?[0-9][0-9()./\\s\\u00a0-]*[0-9]\\)?(?![\\p{L}\\p{N}])");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Map<String, String> FOLDED = Map.of("ß", "ss", "ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "ı", "i");

    private SearchWords() {}

    /// The words of a document, those of its title marked, at most [#MOST].
    static Map<String, Boolean> of(DocumentType type, Document document) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        document.get(type.title()).ifPresent(title -> words(title).forEach(word -> words.put(word, true)));
        for (Field<?> field : type.fields()) {
            if (searched(field)) {
                document.values().any(field).ifPresent(value -> words(value).forEach(word -> {
                    if (words.size() < MOST) {
                        words.putIfAbsent(word, false);
                    }
                }));
            }
        }
        return words;
    }

    /// Whether documents are found by what is in a field.
    static boolean searched(Field<?> field) {
        return searched(field.kind());
    }

    private static boolean searched(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text _, Kind.PhoneNumber _, Kind.Email _, Kind.Address _, Kind.WebLink _ -> true;
            case Kind.Many<?> many -> searched(many.of());
            case Kind.Number _, Kind.Sum _, Kind.YesNo _, Kind.Date _, Kind.Moment _, Kind.Choice _, Kind.User _, Kind.Link _, Kind.Attachment _, Kind.Booking _ -> false;
        };
    }

    private static Set<String> words(Object value) {
        Set<String> words = new LinkedHashSet<>();
        switch (value) {
            case List<?> many -> many.forEach(each -> words.addAll(words(each)));
            case Phone phone -> words.addAll(Phones.digits(phone));
            case PostalAddress address -> words.addAll(split(ValueText.write(address)));
            case Object text -> {
                words.addAll(mails(text.toString()));
                words.addAll(split(text.toString()));
            }
        }
        return words;
    }

    /// The mail addresses in a text, each as one word.
    private static List<String> mails(String text) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        return MAIL.matcher(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text).results().map(match -> whole(match.group())).filter(word -> !word.isEmpty()).distinct().toList();
    }

    private static String whole(String mail) {
        String joined = WORD.matcher(folded(mail)).results().map(MatchResult::group).collect(Collectors.joining());
        return joined.length() > LONGEST ? joined.substring(0, LONGEST) : joined;
    }

    private static List<String> split(String text) {
        String folded = folded(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        return WORD.matcher(folded).results().map(match -> match.group().length() > LONGEST ? match.group().substring(0, LONGEST) : match.group()).distinct().toList();
    }

    private static String folded(String text) {
        String plain = MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : FOLDED.entrySet()) {
            plain = plain.contains(letter.getKey()) ? plain.replace(letter.getKey(), letter.getValue()) : plain;
        }
        return plain;
    }

    /// What was typed as the words to look for. Where digits may be a phone number there are several readings, one of which must fit. Empty when there is no word.
    static List<List<String>> readings(String typed) {
        Set<List<String>> readings = new LinkedHashSet<>();
        Matcher number = PHONE.matcher(typed);
        if (number.find() && phone(number.group())) {
            List<String> around = split(typed.substring(0, number.start()) + " " + typed.substring(number.end()));
            notations(number.group()).forEach(digits -> add(readings, around, digits));
        }
        List<String> plain = new ArrayList<>(mails(typed));
        split(MAIL.matcher(typed).replaceAll(" ")).stream().filter(word -> !plain.contains(word)).forEach(plain::add);
        if (!plain.isEmpty()) {
            readings.add(List.copyOf(plain.subList(0, Math.min(plain.size(), MOST_TERMS))));
        }
        return List.copyOf(readings);
    }

    private static void add(Set<List<String>> readings, List<String> around, String digits) {
        List<String> reading = new ArrayList<>(around.subList(0, Math.min(around.size(), MOST_TERMS - 1)));
        reading.add(digits);
        readings.add(List.copyOf(reading));
    }

    private static boolean phone(String text) {
        long digits = text.chars().filter(letter -> letter >= '0' && letter <= '9').count();
        return digits <= LONGEST && (digits >= PHONE_DIGITS || text.startsWith("+") || text.startsWith("00") || text.startsWith("("));
    }

    /// The digits as they are, and without what is dialled before a number in its own country or from abroad: 8, 0, 00.
    private static Set<String> notations(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        Set<String> all = new LinkedHashSet<>();
        if (digits.startsWith("00") && !text.startsWith("+")) {
            all.add(digits.substring(2));
            return all;
        }
        all.add(digits);
        if (!text.startsWith("+") && digits.length() > 4 && (digits.startsWith("0") || digits.startsWith("8"))) {
            all.add(digits.substring(1));
        }
        return all;
    }
}
