//! Something for a few of the fields, in the order of the table. A sorted list: an ordered map would cost the page 20 kB.

use super::id::Id;

/// Values of some fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Sparse<V>(Vec<(Id, V)>);

impl<V> Default for Sparse<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Sparse<V> {
    fn place(&self, id: Id) -> Result<usize, usize> {
        self.0.binary_search_by_key(&id, |(id, _)| *id)
    }

    /// What is kept for a field.
    #[must_use]
    pub fn get(&self, id: Id) -> Option<&V> {
        self.place(id).ok().and_then(|at| self.0.get(at)).map(|(_, value)| value)
    }

    /// Keeps something for a field, in the place of what was kept before.
    pub fn set(&mut self, id: Id, value: V) {
        match self.place(id) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (id, value)),
        }
    }

    /// Keeps nothing for a field.
    pub fn remove(&mut self, id: Id) {
        if let Ok(at) = self.place(id) {
            self.0.remove(at);
        }
    }

    /// Keeps nothing at all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Everything kept, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (Id, &V)> + '_ {
        self.0.iter().map(|(id, value)| (*id, value))
    }
}
