package dev.hourbridge.http.internal.xml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Rejects an element that contains the same field twice, since it is unknown which of the two is valid. Jackson has an
 * option for this in JSON, but not in XML.
 */
final class DuplicateFieldRejector extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription type, BeanDeserializerBuilder builder) {
        List<SettableBeanProperty> properties = new ArrayList<>();
        for (Iterator<SettableBeanProperty> all = builder.getProperties(); all.hasNext(); ) {
            properties.add(all.next());
        }
        properties.forEach(property -> builder.addOrReplaceProperty(new Once(property), true));
        return builder;
    }

    private static final class Once extends SettableBeanProperty.Delegating {
        private static final long serialVersionUID = 1L;

        Once(SettableBeanProperty property) {
            super(property);
        }

        @Override
        protected SettableBeanProperty withDelegate(SettableBeanProperty property) {
            return new Once(property);
        }

        @Override
        public void deserializeAndSet(JsonParser parser, DeserializationContext context, Object instance)
                throws IOException {
            if (getMember().getValue(instance) != null) {
                throw JsonMappingException.from(parser, "a duplicate field");
            }
            super.deserializeAndSet(parser, context, instance);
        }
    }
}
