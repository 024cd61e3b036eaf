package acme.parcels;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;

/// The type of parcels and its fields: something on its way to a lead.
public interface Parcel {
    String TYPE = "acme.parcel";

    /// The type of documents a parcel goes to.
    String LEAD_TYPE = "lead";

    /// The number on the parcel; names it.
    Field<String> NUMBER = Field.text("number").asRequired().asListed();

    Field<String> RECIPIENT = Field.text("recipient").asListed();

    /// In kilograms.
    Field<BigDecimal> WEIGHT = Field.of("weight", new Kind.Number(3)).asListed();

    /// The day it has to be there.
    Field<LocalDate> DUE = Field.of("due", new Kind.Date()).asListed();

    Field<DocumentRef> LEAD = Field.of("lead", new Kind.Link(List.of(LEAD_TYPE))).asListed();

    String PACKED = "packed";
    String ON_THE_WAY = "on-the-way";
    String DELIVERED = "delivered";
    String RETURNED = "returned";
}
