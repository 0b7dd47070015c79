/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tags of a request. */
final class TagList {
    private TagList() {}

    /** Returns the tags with another value of one of them. */
    static List<Object> with(Object tags, String key, String value) {
        List<Object> changed = new ArrayList<>();
        for (Object tag : (List<?>) tags) {
            boolean isIt = key.equals(((Map<?, ?>) tag).get("Key"));
            changed.add(isIt ? Members.of("Key", key, "Value", value) : tag);
        }
        return changed;
    }
}
