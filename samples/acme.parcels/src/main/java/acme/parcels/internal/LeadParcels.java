package acme.parcels.internal;

import acme.parcels.Parcel;
import java.util.List;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;

/// Which parcels are asked for.
final class LeadParcels {
    private static final int MOST = 100;

    private LeadParcels() {}

    /// The parcels of a lead, newest first.
    static Query of(DocumentRef lead) {
        return Query.newest(Parcel.TYPE).where(Filter.equal(Parcel.LEAD, lead)).limited(MOST);
    }

    /// What has to be delivered still, most urgent first.
    static Query underWay() {
        return Query.newest(Parcel.TYPE).where(Filter.stages(List.of(Parcel.PACKED, Parcel.ON_THE_WAY))).sorted(Parcel.DUE.id(), false).limited(MOST);
    }
}
