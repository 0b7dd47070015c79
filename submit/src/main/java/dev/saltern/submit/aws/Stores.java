/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.aws;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Objects by address, on S3 or in a folder; the client of S3 is made when the first address asks for it. */
final class Stores implements ObjectStore {
    private final ObjectStore folder = new FolderStore();
    private final Supplier<ObjectStore> remote;

    Stores(Supplier<ObjectStore> remote) {
        this.remote = remote;
    }

    private ObjectStore at(Address address) {
        return address.isRemote() ? remote.get() : folder;
    }

    @Override
    public boolean putIfAbsent(Address address, Content content) {
        return at(address).putIfAbsent(address, content);
    }

    @Override
    public boolean putIfUnchanged(Address address, Content content, String tag) {
        return at(address).putIfUnchanged(address, content, tag);
    }

    @Override
    public void delete(Address address) {
        at(address).delete(address);
    }

    @Override
    public Optional<Tagged> find(Address address) {
        return at(address).find(address);
    }

    @Override
    public List<Stored> list(Address prefix) {
        return at(prefix).list(prefix);
    }
}
