package org.kontor.api.documents;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;

/// What kind of value a field holds. `T` is the Java type of the value.
public sealed interface Kind<T> {

    /// The Java type of a value.
    Class<T> type();

    /// Text of at most `longest` characters; `lines` is the height of its editor.
    record Text(int longest, int lines) implements Kind<String> {
        public Text {
            if (longest < 1 || longest > 100_000) {
                throw new IllegalArgumentException("a text holds 1 to 100,000 characters, not " + longest);
            }
        }

        @Override
        public Class<String> type() {
            return String.class;
        }
    }

    /// A decimal number with at most `decimals` digits after the point, 20 before it.
    record Number(int decimals) implements Kind<BigDecimal> {
        @Override
        public Class<BigDecimal> type() {
            return BigDecimal.class;
        }
    }

    /// A sum; `currency` (ISO 4217) is used where none is given.
    record Sum(String currency) implements Kind<Money> {
        @Override
        public Class<Money> type() {
            return Money.class;
        }
    }

    record YesNo() implements Kind<Boolean> {
        @Override
        public Class<Boolean> type() {
            return Boolean.class;
        }
    }

    /// A day without a zone.
    record Date() implements Kind<LocalDate> {
        @Override
        public Class<LocalDate> type() {
            return LocalDate.class;
        }
    }

    /// A moment, shown in the zone of who looks.
    record Moment() implements Kind<Instant> {
        @Override
        public Class<Instant> type() {
            return Instant.class;
        }
    }

    /// One of `options`; the value is the id of the option. The options are those of a directory that administrators keep, when one is named
    /// (see [Directories]), or the sections of a universal list, when the id of one is given (see [CustomTypes]): then the value is the number of a section.
    record Choice(List<Option> options, Optional<String> directory) implements Kind<String> {
        public Choice {
            options = List.copyOf(options);
        }

        public Choice(List<Option> options) {
            this(options, Optional.empty());
        }

        /// One value to choose; `id` is what is stored. One that is not `offered` any more is still shown where documents have it.
        public record Option(String id, Label name, boolean offered) {
            public Option(String id, Label name) {
                this(id, name, true);
            }
        }

        /// The options that can be chosen now.
        public List<Option> offered() {
            return options.stream().filter(Option::offered).toList();
        }

        @Override
        public Class<String> type() {
            return String.class;
        }
    }

    /// A person of the portal.
    record User() implements Kind<PersonId> {
        @Override
        public Class<PersonId> type() {
            return PersonId.class;
        }
    }

    record PhoneNumber() implements Kind<Phone> {
        @Override
        public Class<Phone> type() {
            return Phone.class;
        }
    }

    /// An address for electronic mail.
    record Email() implements Kind<String> {
        @Override
        public Class<String> type() {
            return String.class;
        }
    }

    /// An address on the web, http or https.
    record WebLink() implements Kind<URI> {
        @Override
        public Class<URI> type() {
            return URI.class;
        }
    }

    /// Another document; of any type when `types` is empty.
    record Link(List<String> types) implements Kind<DocumentRef> {
        public Link {
            types = List.copyOf(types);
        }

        @Override
        public Class<DocumentRef> type() {
            return DocumentRef.class;
        }
    }

    /// A stored file.
    record Attachment() implements Kind<FileRef> {
        @Override
        public Class<FileRef> type() {
            return FileRef.class;
        }
    }

    record Address() implements Kind<PostalAddress> {
        @Override
        public Class<PostalAddress> type() {
            return PostalAddress.class;
        }
    }

    /// A booking of resources; edited where the booking module is on, a link everywhere else.
    record Booking() implements Kind<DocumentRef> {
        @Override
        public Class<DocumentRef> type() {
            return DocumentRef.class;
        }
    }

    /// Several values of one kind, in the order given, none twice, at most [#MOST]. An empty list is no value.
    record Many<E>(Kind<E> of) implements Kind<List<E>> {
        public static final int MOST = 100;

        public Many {
            if (of instanceof Many<?> || of instanceof YesNo || of instanceof Booking) {
                throw new IllegalArgumentException("a field can't hold several values of " + of);
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<List<E>> type() {
            return (Class<List<E>>) (Class<?>) List.class;
        }
    }
}
